using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>Cuts a filter into words, texts, parentheses and commas.</summary>
internal sealed partial class FilterTokens
{
    private readonly List<string> _tokens = [];
    private int _next;

    public FilterTokens(string filter)
    {
        var position = 0;
        foreach (var match in Token().Matches(filter).Cast<Match>())
        {
            if (filter[position..match.Index].Trim().Length > 0)
            {
                throw QueryErrors.InvalidFilter(filter[position..]);
            }

            _tokens.Add(match.Value);
            position = match.Index + match.Length;
        }

        if (filter[position..].Trim().Length > 0)
        {
            throw QueryErrors.InvalidFilter(filter[position..]);
        }
    }

    public bool IsAtEnd => _next == _tokens.Count;

    public bool ContainsAny(params string[] words) => _tokens.Exists(token => words.Contains(token, StringComparer.OrdinalIgnoreCase));

    public string? Peek => IsAtEnd ? null : _tokens[_next];

    public string Read() => IsAtEnd ? throw QueryErrors.InvalidFilter("the end of the filter") : _tokens[_next++];

    public bool Take(string token)
    {
        if (!string.Equals(Peek, token, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _next++;
        return true;
    }

    public void Expect(string token)
    {
        if (!Take(token))
        {
            throw QueryErrors.InvalidFilter(Peek ?? "the end of the filter");
        }
    }

    /// <summary>Takes what stands before a mark in the next word; the rest of the word stays.</summary>
    public string Split(char mark)
    {
        var word = Read();
        var position = word.IndexOf(mark, StringComparison.Ordinal);
        if (position <= 0)
        {
            throw QueryErrors.InvalidFilter(word);
        }

        if (position < word.Length - 1)
        {
            _tokens[--_next] = word[(position + 1)..];
        }

        return word[..position];
    }

    // A text may have the name of a type before it, as in datetime'2024-01-01'.
    [GeneratedRegex(
        "(?:[A-Za-z]+)?'(?:[^']|'')*'|[(),]|[^\\s()',]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
