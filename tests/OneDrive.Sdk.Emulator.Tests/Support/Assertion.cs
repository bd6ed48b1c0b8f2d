using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>A signed client assertion, every part of which a test can spoil. Made from the cryptography of the platform alone.</summary>
internal sealed class Assertion
{
    private readonly X509Certificate2 _certificate;

    public Assertion(X509Certificate2 certificate, string clientId, string audience, DateTimeOffset now)
    {
        _certificate = certificate;
        Header = new JsonObject
        {
            ["alg"] = "PS256",
            ["typ"] = "JWT",
            ["x5t#S256"] = Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)),
        };
        Claims = new JsonObject
        {
            ["aud"] = audience,
            ["iss"] = clientId,
            ["sub"] = clientId,
            ["jti"] = Guid.NewGuid().ToString(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        };
    }

    public JsonObject Header { get; }

    public JsonObject Claims { get; }

    public RSASignaturePadding Padding { get; set; } = RSASignaturePadding.Pss;

    public bool SpoilSignature { get; set; }

    public static X509Certificate2 CreateCertificate(string name = "CN=emulator test")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(
            DateTimeOffset.Parse("2020-01-01T00:00:00Z", CultureInfo.InvariantCulture),
            DateTimeOffset.Parse("2040-01-01T00:00:00Z", CultureInfo.InvariantCulture));
    }

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public string Sign()
    {
        var signed = $"{Encode(Encoding.UTF8.GetBytes(Header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(Claims.ToJsonString()))}";
        using var key = _certificate.GetRSAPrivateKey()!;
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, Padding);
        if (SpoilSignature)
        {
            signature[^1] ^= 1;
        }

        return $"{signed}.{Encode(signature)}";
    }
}
