using System.Buffers;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>base64url without padding, as JWTs use it.</summary>
internal static class Base64Url
{
    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The bytes, or null when the text is not base64url.</summary>
    public static byte[]? TryDecode(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Alphabet) >= 0)
        {
            return null;
        }

        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
