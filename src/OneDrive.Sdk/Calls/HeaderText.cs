using System.Buffers;
using System.Collections.Frozen;

namespace OneDrive.Sdk.Calls;

/// <summary>Checks and parses headers that come from settings.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Headers that the client itself is responsible for.</summary>
    private static readonly FrozenSet<string> Owned = FrozenSet.ToFrozenSet(
        [
            "Authorization", "Host", "Content-Length", "Content-Range", "Content-Type", "Transfer-Encoding", "Connection", "Range",
            "User-Agent",
            "Cookie",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses <c>H1:AAA||H2:BBB</c>.</summary>
    /// <exception cref="FormatException">A part has no colon or no name.</exception>
    internal static IReadOnlyList<KeyValuePair<string, string>> ParseList(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var headers = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split("||", StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                // The value may be a secret: only its place is named.
                throw new FormatException($"part {headers.Count + 1} does not have the form Name:Value. Use H1:AAA||H2:BBB.");
            }

            headers.Add(new(part[..colon].Trim(), part[(colon + 1)..].Trim()));
        }

        return headers;
    }

    /// <summary>Says why a default header is not accepted, or null.</summary>
    internal static string? Refusal(string name, string? value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
        {
            return $"'{name}' is not a valid header name.";
        }

        if (Owned.Contains(name))
        {
            return $"{name} is set by the client and cannot be configured. Remove it (set ApplicationName for the User-Agent).";
        }

        return value is null || !IsValue(value)
            ? $"the value of {name} is empty or contains control characters or non-ASCII characters."
            : null;
    }

    internal static bool IsValue(string value) =>
        !string.IsNullOrWhiteSpace(value) && value.All(character => character is >= ' ' and <= '~');
}
