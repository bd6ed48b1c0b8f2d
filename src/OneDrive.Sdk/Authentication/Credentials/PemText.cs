using System.Text;

namespace OneDrive.Sdk.Authentication;

/// <summary>The text of a PEM file, however the tool that wrote it encoded it.</summary>
internal static class PemText
{
    private const string ByteOrderMark = "\uFEFF";

    /// <summary>
    /// Reads UTF-8 and UTF-16 with and without a byte order mark. Concatenated files can contain marks in the middle, which are removed as
    /// well.
    /// </summary>
    internal static string Decode(ReadOnlySpan<byte> bytes) =>
        EncodingOf(bytes).GetString(bytes).Replace(ByteOrderMark, "\n", StringComparison.Ordinal);

    // PEM is ASCII: every other byte of UTF-16 is zero.
    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xff, 0xfe, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0xfe, 0xff, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    };
}
