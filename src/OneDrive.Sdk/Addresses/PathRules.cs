using System.Runtime.CompilerServices;
using System.Text;

namespace OneDrive.Sdk.Addresses;

/// <summary>
/// Validates the parts of an address. Only values that cannot be sent to the service are rejected; the service decides which names are
/// allowed.
/// </summary>
internal static class PathRules
{
    /// <summary>Checks an id or another single part of a request path.</summary>
    /// <param name="value">The value that the caller gave.</param>
    /// <param name="parameterName">The parameter that it came in.</param>
    /// <returns>The same value.</returns>
    /// <exception cref="ArgumentException">
    /// The value is empty, contains a slash or a character that cannot be sent, or has a special meaning in URLs.
    /// </exception>
    internal static string RequireSegment(string value, [CallerArgumentExpression(nameof(value))] string? parameterName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameterName);
        if (value.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException("It must not contain a slash.", parameterName);
        if (value is "." or "..")
            throw new ArgumentException("'.' and '..' are not allowed, because they have a special meaning in URLs.", parameterName);
        RequireSendable(value, parameterName);
        return value;
    }

    /// <summary>Checks a path of one or more names and brings it into the form "a/b".</summary>
    /// <param name="path">The path that the caller gave; one slash at the beginning and at the end is tolerated.</param>
    /// <param name="parameterName">The parameter that it came in.</param>
    /// <returns>The path without outer slashes; empty for "/".</returns>
    /// <exception cref="ArgumentException">It is empty, has an empty segment, or a segment is not acceptable.</exception>
    internal static string RequirePath(string path, [CallerArgumentExpression(nameof(path))] string? parameterName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path, parameterName);
        if (path == "/")
            return "";

        var start = path.StartsWith('/') ? 1 : 0;
        var end = path.EndsWith('/') ? 1 : 0;
        var inner = path[start..^end];
        foreach (var segment in inner.Split('/'))
        {
            if (string.IsNullOrWhiteSpace(segment))
                throw new ArgumentException("The path has an empty segment.", parameterName);
            RequireSegment(segment, parameterName);
        }

        return inner;
    }

    private static void RequireSendable(string value, string? parameterName)
    {
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
                throw new ArgumentException("It contains an unpaired surrogate, which is not a valid Unicode character.", parameterName);
            if (Rune.IsControl(rune))
                throw new ArgumentException("It contains a control character.", parameterName);
            rest = rest[consumed..];
        }
    }
}
