using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The filters of user and group lists: <c>mail eq 'x'</c> and <c>startsWith(mail,'x')</c>, several joined by <c>or</c>.</summary>
internal sealed partial class DirectoryFilter
{
    private const string Properties = "id|displayName|mail|userPrincipalName";

    private readonly List<(string Property, string Value, bool IsPrefix)> _terms = [];

    public static DirectoryFilter Parse(string? filter)
    {
        var result = new DirectoryFilter();
        if (string.IsNullOrWhiteSpace(filter))
        {
            return result;
        }

        var rest = filter.Trim();
        while (true)
        {
            var match = Term().Match(rest);
            if (!match.Success)
            {
                throw new GraphError(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause specified.");
            }

            var isPrefix = match.Groups["prefix"].Success;
            var (property, value) = isPrefix
                ? (match.Groups["prefix"].Value, match.Groups["start"].Value)
                : (match.Groups["property"].Value, match.Groups["value"].Value);
            result._terms.Add((property, value.Replace("''", "'", StringComparison.Ordinal), isPrefix));
            if (match.Length == rest.Length)
            {
                return result;
            }

            rest = rest[match.Length..];
        }
    }

    public bool Accepts(JsonObject entry) => _terms.Count == 0 || _terms.Exists(term => Accepts(entry, term));

    private static bool Accepts(JsonObject entry, (string Property, string Value, bool IsPrefix) term)
    {
        var found = entry.FirstOrDefault(property => property.Key.Equals(term.Property, StringComparison.OrdinalIgnoreCase));
        var value = found.Value?.ToString();
        return value is not null && (term.IsPrefix
            ? value.StartsWith(term.Value, StringComparison.OrdinalIgnoreCase)
            : value.Equals(term.Value, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(
        @"^(?:startswith\(\s*(?<prefix>" + Properties + @")\s*,\s*'(?<start>(?:[^']|'')*)'\s*\)|(?<property>" + Properties
            + @")\s+eq\s+'(?<value>(?:[^']|'')*)')(?:\s+or\s+|\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Term();
}
