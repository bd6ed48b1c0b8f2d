using System.Globalization;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>
/// Reads $filter: comparisons, <c>in</c>, <c>and or not</c>, parentheses, functions, <c>any</c> and <c>all</c>. See
/// https://learn.microsoft.com/graph/filter-query-parameter.
/// </summary>
internal sealed class FilterParser
{
    private const int LongestFilter = 4096;
    private const int DeepestNesting = 50;

    private readonly FilterTokens _tokens;
    private readonly QueryEntity _entity;
    private readonly Stack<string> _variables = [];
    private int _depth;

    private FilterParser(string filter, QueryEntity entity) => (_tokens, _entity) = (new FilterTokens(filter), entity);

    /// <summary>What an entry must be like; null for everything.</summary>
    public static Func<JsonObject, bool>? Parse(string? filter, QueryEntity entity)
    {
        if (filter is null)
        {
            return null;
        }

        if (filter.Length > LongestFilter || string.IsNullOrWhiteSpace(filter))
        {
            throw QueryErrors.Invalid($"$filter must have 1 to {LongestFilter} characters.");
        }

        var parser = new FilterParser(filter, entity);
        var accepts = parser.ReadOr();
        return parser._tokens.IsAtEnd
            ? entry => accepts(new FilterScope(entry))
            : throw QueryErrors.InvalidFilter(parser._tokens.Peek!);
    }

    private Func<FilterScope, bool> ReadOr()
    {
        if (++_depth > DeepestNesting)
        {
            throw QueryErrors.Invalid($"$filter is nested more than {DeepestNesting} times.");
        }

        var left = ReadAnd();
        while (_tokens.Take("or"))
        {
            var (one, other) = (left, ReadAnd());
            left = scope => one(scope) || other(scope);
        }

        _depth--;
        return left;
    }

    private Func<FilterScope, bool> ReadAnd()
    {
        var left = ReadTerm();
        while (_tokens.Take("and"))
        {
            var (one, other) = (left, ReadTerm());
            left = scope => one(scope) && other(scope);
        }

        return left;
    }

    private Func<FilterScope, bool> ReadTerm()
    {
        var isNegated = false;
        while (_tokens.Take("not"))
        {
            isNegated = !isNegated;
        }

        var term = _tokens.Take("(") ? ReadInParentheses() : ReadComparison();
        return isNegated ? scope => !term(scope) : term;
    }

    private Func<FilterScope, bool> ReadInParentheses()
    {
        var inner = ReadOr();
        _tokens.Expect(")");
        return inner;
    }

    private Func<FilterScope, bool> ReadComparison()
    {
        var left = ReadOperand();
        if (_tokens.Take("in"))
        {
            var values = ReadList();
            return scope => values.Any(value => FilterValue.Compare(left(scope), value(scope)) == 0);
        }

        if (Comparison(_tokens.Peek) is not { } accepts)
        {
            // A function that is true or false stands alone.
            return _tokens.Peek is null or ")" or "," || IsJoint(_tokens.Peek)
                ? scope => left(scope) is true
                : throw QueryErrors.InvalidFilter(_tokens.Peek);
        }

        _tokens.Read();
        var right = ReadOperand();
        return scope => accepts(FilterValue.Compare(left(scope), right(scope)));
    }

    private static bool IsJoint(string token) => token.ToUpperInvariant() is "AND" or "OR";

    private static Func<int?, bool>? Comparison(string? token) => token?.ToUpperInvariant() switch
    {
        "EQ" => order => order == 0,
        "NE" => order => order != 0,
        "GT" => order => order > 0,
        "GE" => order => order >= 0,
        "LT" => order => order < 0,
        "LE" => order => order <= 0,
        _ => null,
    };

    private List<Func<FilterScope, object?>> ReadList()
    {
        _tokens.Expect("(");
        var values = new List<Func<FilterScope, object?>> { ReadOperand() };
        while (_tokens.Take(","))
        {
            values.Add(ReadOperand());
        }

        _tokens.Expect(")");
        return values;
    }

    private Func<FilterScope, object?> ReadOperand()
    {
        if (++_depth > DeepestNesting)
        {
            throw QueryErrors.Invalid($"$filter is nested more than {DeepestNesting} times.");
        }

        var word = _tokens.Read();
        var operand = TryReadLiteral(word, out var literal)
            ? _ => literal
            : _tokens.Take("(") ? ReadCall(word) : ReadProperty(word);
        _depth--;
        return operand;
    }

    private static bool TryReadLiteral(string word, out object? literal)
    {
        literal = null;
        var quote = word.IndexOf('\'', StringComparison.Ordinal);
        if (quote >= 0)
        {
            var text = word[(quote + 1)..^1].Replace("''", "'", StringComparison.Ordinal);
            literal = quote > 0 && word.StartsWith("datetime", StringComparison.OrdinalIgnoreCase)
                ? FilterValue.ToDate(text) ?? throw QueryErrors.InvalidFilter(word)
                : text;
            return true;
        }

        switch (word)
        {
            case "null":
                return true;
            case "true" or "false":
                literal = word == "true";
                return true;
        }

        if (!char.IsAsciiDigit(word[0]) && word[0] != '-')
        {
            return false;
        }

        literal = double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : FilterValue.ToDate(word) is { } date ? date
            : Guid.TryParse(word, out _) ? word
            : throw QueryErrors.InvalidFilter(word);
        return true;
    }

    private Func<FilterScope, object?> ReadCall(string name)
    {
        var slash = name.LastIndexOf('/');
        if (slash > 0 && name[(slash + 1)..].ToUpperInvariant() is "ANY" or "ALL")
        {
            return ReadLambda(name[..slash], isAll: name.EndsWith("all", StringComparison.OrdinalIgnoreCase));
        }

        var arguments = new List<Func<FilterScope, object?>>();
        while (!_tokens.Take(")"))
        {
            if (arguments.Count > 0)
            {
                _tokens.Expect(",");
            }

            arguments.Add(ReadOperand());
        }

        var function = FilterFunctions.Find(name, arguments.Count, _entity);
        return scope => function([.. arguments.Select(argument => argument(scope))]);
    }

    private Func<FilterScope, object?> ReadLambda(string path, bool isAll)
    {
        var list = ReadProperty(path);
        if (_tokens.Take(")"))
        {
            return scope => list(scope) is JsonArray { Count: > 0 };
        }

        var (variable, inner) = ReadVariable();
        return scope => list(scope) is JsonArray entries && (isAll
            ? entries.All(entry => inner(scope with { Variable = variable, Value = entry, Outer = scope }))
            : entries.Any(entry => inner(scope with { Variable = variable, Value = entry, Outer = scope })));
    }

    // "x:x/name" is one word; the variable ends at its colon.
    private (string Variable, Func<FilterScope, bool> Inner) ReadVariable()
    {
        var variable = _tokens.Split(':');
        _variables.Push(variable);
        var inner = ReadOr();
        _variables.Pop();
        _tokens.Expect(")");
        return (variable, inner);
    }

    private Func<FilterScope, object?> ReadProperty(string word)
    {
        var path = word.Split('/');
        if (!_variables.Contains(path[0]) && !_entity.Knows(path[0]))
        {
            throw QueryErrors.UnknownProperty(path[0], _entity);
        }

        return scope => FilterValue.From(scope.Find(path));
    }
}
