using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.AotSmoke.SignIn;

/// <summary>A client assertion as a token endpoint sees it: read and verified with the base class library alone.</summary>
internal sealed class ReceivedAssertion
{
    private readonly byte[] _signed;
    private readonly byte[] _signature;

    internal ReceivedAssertion(string text)
    {
        var parts = text.Split('.');
        Header = Parse(parts[0]);
        Claims = Parse(parts[1]);
        _signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        _signature = Base64Url.DecodeFromChars(parts[2]);
    }

    internal JsonElement Header { get; }

    internal JsonElement Claims { get; }

    internal TimeSpan Lifetime => TimeSpan.FromSeconds(Claims.GetProperty("exp").GetInt64() - Claims.GetProperty("nbf").GetInt64());

    internal DateTimeOffset NotBefore => DateTimeOffset.FromUnixTimeSeconds(Claims.GetProperty("nbf").GetInt64());

    internal string? Claim(string name) => Claims.GetProperty(name).GetString();

    internal bool IsSignedBy(X509Certificate2 certificate, RSASignaturePadding padding)
    {
        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, padding);
    }

    private static JsonElement Parse(string part)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
        return document.RootElement.Clone();
    }
}
