namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Query strings, taken apart.</summary>
internal static class QueryText
{
    /// <summary>The parameters in order, decoded; a text without an equals sign has an empty value.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Parse(string query) =>
    [
        .. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? new KeyValuePair<string, string>(Uri.UnescapeDataString(pair), "")
                : new(Uri.UnescapeDataString(pair[..equals]), Uri.UnescapeDataString(pair[(equals + 1)..]));
        }),
    ];

    /// <summary>Cuts a list at commas that are not inside parentheses.</summary>
    internal static IReadOnlyList<string> SplitList(string text)
    {
        var (parts, start, depth) = (new List<string>(), 0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] is '(' ? 1 : text[index] is ')' ? -1 : 0;
            if (text[index] is ',' && depth == 0)
            {
                parts.Add(text[start..index].Trim());
                start = index + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }
}
