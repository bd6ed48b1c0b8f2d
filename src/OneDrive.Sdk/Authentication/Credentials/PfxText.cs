using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>Detects text files where PKCS#12, which is binary, is expected.</summary>
internal static class PfxText
{
    private const string PemStart = "-----BEGIN ";

    /// <summary>Whether the text is in PEM form.</summary>
    internal static bool IsPem(string text) => text.Contains(PemStart, StringComparison.Ordinal);

    /// <summary>Whether the text is the base64 of a PKCS#12 file, with or without the lines that <c>certutil</c> puts around it.</summary>
    internal static bool IsPfx(string text)
    {
        var base64 = text.AsSpan().Trim(" \t\r\n\"");
        if (PemEncoding.TryFind(base64, out var fields))
        {
            base64 = base64[fields.Base64Data];
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, bytes, out var length) && IsPkcs12(bytes[..length]);
    }

    private static bool IsPkcs12(byte[] bytes)
    {
        try
        {
            return X509Certificate2.GetCertContentType(bytes) is X509ContentType.Pkcs12;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
