using System.Text;

namespace OneDrive.Sdk.Addresses;

/// <summary>The only place that percent-encodes parts of a request path.</summary>
internal static class PathEncoding
{
    // Of what RFC 3986 lets stand in a segment, only what ids are made of stays as it is ("b!…", "name@domain", "host,guid,guid").
    // The rest is encoded: a colon ends a path in this service, a plus is a space to some servers, brackets and quotes delimit functions.
    private const string KeptMarks = "-._~!@,";

    /// <summary>Encodes one segment of a path.</summary>
    /// <param name="segment">A name or an id as a user reads it; a percent sign in it is an ordinary character.</param>
    /// <returns>The segment in ASCII, safe between two slashes of a request path.</returns>
    internal static string EncodeSegment(string segment)
    {
        var index = IndexOfEncoded(segment);
        if (index < 0)
            return segment;

        Span<byte> bytes = stackalloc byte[4];
        var result = new StringBuilder(segment.Length + 16).Append(segment, 0, index);
        foreach (var rune in segment[index..].EnumerateRunes())
        {
            if (rune.IsAscii && IsKept((char)rune.Value))
            {
                result.Append((char)rune.Value);
                continue;
            }

            var length = rune.EncodeToUtf8(bytes);
            foreach (var value in bytes[..length])
                result.Append('%').Append(Hexadecimal(value >> 4)).Append(Hexadecimal(value & 0xF));
        }

        return result.ToString();
    }

    /// <summary>Encodes a path segment by segment; the slashes between them stay.</summary>
    /// <param name="path">Segments separated by slashes, without a slash at the beginning or the end.</param>
    /// <returns>The path in ASCII.</returns>
    internal static string EncodePath(string path) =>
        IndexOfEncoded(path) < 0 ? path : string.Join('/', path.Split('/').Select(EncodeSegment));

    private static int IndexOfEncoded(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsKept(text[index]))
                return index;
        }

        return -1;
    }

    private static bool IsKept(char character) =>
        char.IsAsciiLetterOrDigit(character) || KeptMarks.Contains(character, StringComparison.Ordinal);

    private static char Hexadecimal(int value) => "0123456789ABCDEF"[value];
}
