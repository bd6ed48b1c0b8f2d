namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>A word with parentheses: a function with its arguments, or a collection with a key.</summary>
/// <param name="Name">The word before the parenthesis.</param>
/// <param name="Arguments">The arguments as they are written; one without a name is a key.</param>
/// <param name="Text">Everything between the parentheses.</param>
/// <param name="Suffix">What stands behind the parenthesis, as in links to the next page of a search.</param>
internal sealed record FunctionCall(string Name, IReadOnlyList<(string Name, string Value)> Arguments, string Text, string Suffix)
{
    private const string PagingSuffix = "&skipToken=";

    /// <summary>Reads a decoded segment; null when it has no parentheses at its end.</summary>
    public static FunctionCall? TryParse(string segment)
    {
        var paging = segment.IndexOf(")" + PagingSuffix, StringComparison.OrdinalIgnoreCase);
        var suffix = paging < 0 ? string.Empty : segment[(paging + 1)..];
        var call = segment[..^suffix.Length];
        var open = call.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || !call.EndsWith(')'))
        {
            return null;
        }

        var text = call[(open + 1)..^1];
        return new FunctionCall(call[..open], [.. Split(text).Select(ReadArgument)], text, suffix);
    }

    private static (string Name, string Value) ReadArgument(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var quote = text.IndexOf('\'', StringComparison.Ordinal);
        return equals < 0 || (quote >= 0 && quote < equals)
            ? (string.Empty, text.Trim())
            : (text[..equals].Trim(), text[(equals + 1)..].Trim());
    }

    // At commas that stand outside of quotation marks; a doubled mark opens and closes at once.
    private static IEnumerable<string> Split(string arguments)
    {
        var start = 0;
        var isQuoted = false;
        for (var index = 0; index < arguments.Length; index++)
        {
            isQuoted ^= arguments[index] == '\'';
            if (arguments[index] == ',' && !isQuoted)
            {
                yield return arguments[start..index];
                start = index + 1;
            }
        }

        if (arguments[start..].Trim().Length > 0)
        {
            yield return arguments[start..];
        }
    }
}
