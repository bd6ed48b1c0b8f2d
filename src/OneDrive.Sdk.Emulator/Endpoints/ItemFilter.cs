using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// The subset of OData that lists of items can be filtered with: <c>eq ne gt ge lt le and or</c>, parentheses, texts, numbers, dates, null.
/// See https://learn.microsoft.com/onedrive/developer/rest-api/concepts/filtering-results.
/// </summary>
internal sealed partial class ItemFilter
{
    private readonly List<string> _words;
    private int _next;

    private ItemFilter(string filter)
    {
        _words = [.. Word().Matches(filter).Select(match => match.Value)];
        if (string.Concat(_words) != string.Concat(filter.Split(' ')) && !filter.Contains('\'', StringComparison.Ordinal))
        {
            throw Invalid();
        }
    }

    /// <summary>What an entry must be like; null for everything.</summary>
    public static Func<JsonObject, bool>? Parse(string? filter)
    {
        if (string.IsNullOrWhiteSpace(filter))
        {
            return null;
        }

        var parser = new ItemFilter(filter);
        var result = parser.ReadOr();
        return parser._next == parser._words.Count ? result : throw Invalid();
    }

    private Func<JsonObject, bool> ReadOr()
    {
        var left = ReadAnd();
        while (Take("or"))
        {
            var (one, other) = (left, ReadAnd());
            left = entry => one(entry) || other(entry);
        }

        return left;
    }

    private Func<JsonObject, bool> ReadAnd()
    {
        var left = ReadTerm();
        while (Take("and"))
        {
            var (one, other) = (left, ReadTerm());
            left = entry => one(entry) && other(entry);
        }

        return left;
    }

    private Func<JsonObject, bool> ReadTerm()
    {
        if (Take("("))
        {
            var inner = ReadOr();
            return Take(")") ? inner : throw Invalid();
        }

        var (property, comparison, literal) = (ReadWord(), ReadWord(), ReadWord());
        Func<int?, bool> accepts = comparison switch
        {
            "eq" => order => order == 0,
            "ne" => order => order != 0,
            "gt" => order => order > 0,
            "ge" => order => order >= 0,
            "lt" => order => order < 0,
            "le" => order => order <= 0,
            _ => throw Invalid(),
        };
        return entry => accepts(Compare(Find(entry, property), literal));
    }

    private static JsonNode? Find(JsonObject entry, string path)
        => path.Split('/').Aggregate<string, JsonNode?>(entry, (node, name) => (node as JsonObject)?[name]);

    // Null when the two cannot be ordered.
    private static int? Compare(JsonNode? value, string literal)
    {
        if (literal == "null")
        {
            return value is null ? 0 : null;
        }

        if (value is null)
        {
            return null;
        }

        var text = value.ToString();
        if (literal.StartsWith('\''))
        {
            return string.Compare(text, literal[1..^1].Replace("''", "'", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        return double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var own)
            ? own.CompareTo(number)
            : string.Compare(text, literal, StringComparison.OrdinalIgnoreCase);
    }

    private string ReadWord() => _next < _words.Count ? _words[_next++] : throw Invalid();

    private bool Take(string word)
    {
        if (_next < _words.Count && _words[_next] == word)
        {
            _next++;
            return true;
        }

        return false;
    }

    private static GraphError Invalid() => GraphError.InvalidRequest("The filter cannot be read.", "invalidQueryOption");

    [GeneratedRegex("'(?:[^']|'')*'|[()]|[^\\s()']+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
