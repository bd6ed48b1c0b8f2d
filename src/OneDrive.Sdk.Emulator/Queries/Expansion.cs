namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>
/// One word of $expand with its own options, as in <c>children($select=id,name;$top=2)</c>. The dollar signs may be left out.
/// </summary>
internal sealed record Expansion(string Name, string? Select, string? Expand, string? Top)
{
    private const int DeepestNesting = 8;

    public static IReadOnlyList<Expansion> Parse(string? expand, int depth = 0)
    {
        if (expand is null)
        {
            return [];
        }

        if (depth > DeepestNesting)
        {
            throw QueryErrors.Invalid($"$expand is nested more than {DeepestNesting} times.");
        }

        return [.. Split(expand, ',').Select(word => ParseOne(word.Trim(), depth))];
    }

    /// <summary>The expansion of this name; null when it was not requested.</summary>
    public static Expansion? Find(string? expand, string name)
        => Parse(expand).FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Expansion ParseOne(string text, int depth)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return text.Length > 0 ? new Expansion(text, null, null, null) : throw Invalid(text);
        }

        if (open == 0 || !text.EndsWith(')'))
        {
            throw Invalid(text);
        }

        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in Split(text[(open + 1)..^1], ';'))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw Invalid(text);
            }

            var name = option[..equals].Trim().TrimStart('$');
            if (name.ToUpperInvariant() is not ("SELECT" or "EXPAND" or "TOP"))
            {
                throw QueryErrors.Invalid($"The option '${name}' is not supported in $expand here.");
            }

            options[name] = option[(equals + 1)..].Trim();
        }

        var expansion = new Expansion(
            text[..open].Trim(),
            options.GetValueOrDefault("select"),
            options.GetValueOrDefault("expand"),
            options.GetValueOrDefault("top"));
        _ = Parse(expansion.Expand, depth + 1);
        return expansion;
    }

    private static IEnumerable<string> Split(string text, char separator)
    {
        var (start, depth) = (0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[index] == separator && depth == 0)
            {
                yield return text[start..index];
                start = index + 1;
            }
        }

        if (depth != 0)
        {
            throw Invalid(text);
        }

        yield return text[start..];
    }

    private static State.GraphError Invalid(string text) => QueryErrors.Invalid($"The value of $expand cannot be parsed at '{text}'.");
}
