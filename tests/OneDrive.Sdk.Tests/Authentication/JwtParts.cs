using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>Takes a JWT apart with the base class library alone, so that the code under test is not judged by itself.</summary>
internal sealed class JwtParts
{
    private readonly byte[] _signed;
    private readonly byte[] _signature;

    internal JwtParts(string token)
    {
        var parts = token.Split('.');
        Assert.Equal(3, parts.Length);
        Assert.DoesNotContain('=', token);
        HeaderText = Encoding.UTF8.GetString(Decode(parts[0]));
        ClaimsText = Encoding.UTF8.GetString(Decode(parts[1]));
        Header = Parse(HeaderText);
        Claims = Parse(ClaimsText);
        _signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        _signature = Decode(parts[2]);
    }

    internal string HeaderText { get; }

    internal string ClaimsText { get; }

    internal JsonElement Header { get; }

    internal JsonElement Claims { get; }

    internal static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));

    internal bool IsSignedBy(X509Certificate2 certificate, RSASignaturePadding padding)
    {
        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, padding);
    }

    internal string HeaderValue(string name) => Header.GetProperty(name).GetString()!;

    internal string Claim(string name) => Claims.GetProperty(name).GetString()!;

    internal long Time(string name) => Claims.GetProperty(name).GetInt64();

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
