using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace OneDrive.Sdk.Json;

/// <summary>
/// Converts the text of a JSON string to a .NET string. Invalid Unicode (an unpaired surrogate, bytes that are not UTF-8) becomes U+FFFD
/// instead of an exception.
/// </summary>
internal static class JsonText
{
    private const char Replacement = '\uFFFD';
    private const int OnStack = 256;

    /// <summary>Decodes what stands between the quotation marks.</summary>
    internal static string Decode(ReadOnlySpan<byte> utf8, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        // Each byte gives one UTF-16 unit at most.
        char[]? rented = null;
        var buffer = utf8.Length <= OnStack ? stackalloc char[OnStack] : rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        var text = new string(buffer[..Unescape(utf8, buffer)]);
        if (rented is not null)
        {
            // Texts may be secrets, and the pool is shared with the rest of the process.
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }

        return text;
    }

    /// <summary>Whether the JSON contains invalid Unicode, as bytes or as an escape.</summary>
    internal static bool HasBadUnicode(ReadOnlySpan<byte> json) =>
        !Utf8.IsValid(json) || json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    private static int Unescape(ReadOnlySpan<byte> utf8, Span<char> target)
    {
        var length = 0;
        while (utf8.Length > 0)
        {
            var run = utf8.IndexOf((byte)'\\');
            run = run < 0 ? utf8.Length : run;
            length += Encoding.UTF8.GetChars(utf8[..run], target[length..]);
            utf8 = utf8[run..];
            if (utf8.Length > 0)
            {
                utf8 = utf8[Escape(utf8, target, ref length)..];
            }
        }

        return length;
    }

    /// <summary>Decodes one escape, or two that form a surrogate pair; returns how many bytes they take.</summary>
    private static int Escape(ReadOnlySpan<byte> utf8, Span<char> target, ref int length)
    {
        const int UnicodeEscape = 6;
        if (utf8[1] is not (byte)'u')
        {
            target[length++] = utf8[1] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                var letter => (char)letter,
            };
            return 2;
        }

        var unit = Unit(utf8);
        if (!char.IsSurrogate(unit))
        {
            target[length++] = unit;
            return UnicodeEscape;
        }

        if (char.IsHighSurrogate(unit) && utf8.Length >= 2 * UnicodeEscape && utf8[UnicodeEscape] is (byte)'\\'
            && utf8[UnicodeEscape + 1] is (byte)'u' && Unit(utf8[UnicodeEscape..]) is var low && char.IsLowSurrogate(low))
        {
            target[length++] = unit;
            target[length++] = low;
            return 2 * UnicodeEscape;
        }

        target[length++] = Replacement;
        return UnicodeEscape;
    }

    private static char Unit(ReadOnlySpan<byte> utf8) =>
        (char)ushort.Parse(utf8.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
