using System.Buffers;

namespace OneDrive.Sdk.Authentication;

/// <summary>Base64 for addresses and tokens, without padding (RFC 4648 section 5).</summary>
internal static class Base64Url
{
    private static readonly SearchValues<char> OfOtherBase64 = SearchValues.Create("+/=\t\r\n ");

    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
#if NET9_0_OR_GREATER
        return System.Buffers.Text.Base64Url.EncodeToString(bytes);
#else
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
#endif
    }

    /// <summary>The bytes, or null when the text is not base64url without padding.</summary>
    internal static byte[]? TryDecode(string? text)
    {
        if (text is null || text.AsSpan().ContainsAny(OfOtherBase64))
        {
            return null;
        }

        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
