using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// The hashes that name certificates. They are compared as bytes, since clients write them in several ways: base64url or base64, with or
/// without padding, and as hexadecimal digits.
/// </summary>
internal static class Thumbprints
{
    /// <summary>Whether a text is the SHA-1 or the SHA-256 of the certificate.</summary>
    public static bool Name(string text, X509Certificate2 certificate)
        => Name(text, certificate, HashAlgorithmName.SHA1) || Name(text, certificate, HashAlgorithmName.SHA256);

    /// <summary>Whether a text is this hash of the certificate.</summary>
    public static bool Name(string text, X509Certificate2 certificate, HashAlgorithmName algorithm)
    {
        var hash = certificate.GetCertHash(algorithm);
        return IsEqual(FromBase64(text), hash) || IsEqual(FromHex(text), hash);
    }

    private static bool IsEqual(byte[]? bytes, byte[] hash) => bytes is not null && bytes.AsSpan().SequenceEqual(hash);

    private static byte[]? FromBase64(string text) => Base64Url.TryDecode(text.TrimEnd('=').Replace('+', '-').Replace('/', '_'));

    private static byte[]? FromHex(string text)
    {
        var digits = text.Replace(":", string.Empty, StringComparison.Ordinal);
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }
}
