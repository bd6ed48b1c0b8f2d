using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// Checks a signed client assertion as https://learn.microsoft.com/entra/identity-platform/certificate-credentials describes it.
/// Written against the cryptography of the platform only, so that a client library cannot be wrong together with it.
/// </summary>
internal sealed class AssertionVerifier(EmulatorOptions options)
{
    private const int LongestAssertion = 64 * 1024;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    /// <summary>The client that the assertion claims to be, for finding the application; nothing is verified yet.</summary>
    public static string? PeekClientId(string assertion)
    {
        var parts = assertion.Split('.');
        return parts.Length == 3 && TryParse(parts[1]) is { } claims ? Text(claims, "sub") : null;
    }

    public void Verify(string assertion, EmulatorApplication application, IReadOnlyCollection<string> audiences)
    {
        var parts = assertion.Split('.');
        if (assertion.Length > LongestAssertion || parts.Length != 3
            || TryParse(parts[0]) is not { } header
            || TryParse(parts[1]) is not { } claims
            || Base64Url.TryDecode(parts[2]) is not { } signature)
        {
            throw EntraError.InvalidRequest(50027, "JWT token is invalid or malformed.");
        }

        VerifySignature(application, header, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature);
        VerifyClaims(application, claims, audiences);
    }

    private static void VerifySignature(EmulatorApplication application, JsonElement header, byte[] signed, byte[] signature)
    {
        if (!string.Equals(Text(header, "typ"), "JWT", StringComparison.OrdinalIgnoreCase))
        {
            throw EntraError.InvalidRequest(50027, "JWT token is invalid or malformed. The header must contain typ JWT.");
        }

        var padding = Text(header, "alg") switch
        {
            "PS256" => RSASignaturePadding.Pss,
            "RS256" => RSASignaturePadding.Pkcs1,
            _ => throw EntraError.InvalidRequest(5002730, "Invalid JWT token. Unsupported key for the signing algorithm."),
        };
        var certificate = FindCertificate(application, header)
            ?? throw InvalidSignature("The key was not found.");
        using var key = certificate.GetRSAPublicKey() ?? throw InvalidSignature("The key is not an RSA key.");
        if (!key.VerifyData(signed, signature, HashAlgorithmName.SHA256, padding))
        {
            throw InvalidSignature("The signature does not match.");
        }
    }

    // Whatever names a certificate must name the same one. A key id counts only where nothing else does: it may be any text.
    private static X509Certificate2? FindCertificate(EmulatorApplication application, JsonElement header)
    {
        var sha256 = Text(header, "x5t#S256");
        var sha1 = Text(header, "x5t");
        var sent = SentCertificate(header);
        if (sha256 is null && sha1 is null && sent is null)
        {
            return Text(header, "kid") is { } kid
                ? application.Certificates.FirstOrDefault(certificate => Thumbprints.Name(kid, certificate))
                : null;
        }

        return application.Certificates.FirstOrDefault(certificate =>
            (sha256 is null || Thumbprints.Name(sha256, certificate, HashAlgorithmName.SHA256))
            && (sha1 is null || Thumbprints.Name(sha1, certificate, HashAlgorithmName.SHA1))
            && (sent is null || certificate.RawData.AsSpan().SequenceEqual(sent)));
    }

    // x5c holds the whole chain, in base64; its first certificate is that of the key.
    private static byte[]? SentCertificate(JsonElement header)
        => header.TryGetProperty("x5c", out var chain)
            && chain.ValueKind == JsonValueKind.Array
            && chain.GetArrayLength() > 0
            && chain[0] is { ValueKind: JsonValueKind.String } first
            ? first.TryGetBytesFromBase64(out var bytes) ? bytes : []
            : null;

    private void VerifyClaims(EmulatorApplication application, JsonElement claims, IReadOnlyCollection<string> audiences)
    {
        if (!IsClient(application, Text(claims, "iss")) || !IsClient(application, Text(claims, "sub")))
        {
            throw EntraError.InvalidClient(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
        }

        if (!ReadAudience(claims).Any(audience => audiences.Contains(audience, StringComparer.Ordinal)))
        {
            throw EntraError.InvalidClient(700023, "Client assertion audience claim does not match Realm issuer.");
        }

        var now = options.TimeProvider.GetUtcNow();
        if (Time(claims, "exp") is not { } expires || expires + ClockSkew <= now
            || (Time(claims, "nbf") is { } notBefore && notBefore - ClockSkew > now)
            || (Time(claims, "iat") is { } issued && issued - ClockSkew > now))
        {
            throw EntraError.InvalidClient(
                700024,
                $"Client assertion is not within its valid time range. Current time: {now:O}, expiry time: {Time(claims, "exp"):O}.");
        }

        CheckFirstUse(application, Text(claims, "jti"), expires, now);
    }

    private void CheckFirstUse(EmulatorApplication application, string? id, DateTimeOffset expires, DateTimeOffset now)
    {
        foreach (var (key, until) in _seen)
        {
            if (until + ClockSkew <= now)
            {
                _seen.TryRemove(key, out _);
            }
        }

        if (string.IsNullOrEmpty(id))
        {
            throw EntraError.InvalidRequest(50027, "JWT token is invalid or malformed. The claim 'jti' is missing.");
        }

        if (!_seen.TryAdd($"{application.ClientId} {id}", expires))
        {
            throw InvalidSignature("The assertion was used before.");
        }
    }

    private static EntraError InvalidSignature(string reason)
        => EntraError.InvalidClient(700027, $"Client assertion failed signature validation. [Reason - {reason}]");

    private static bool IsClient(EmulatorApplication application, string? value)
        => application.ClientId.Equals(value, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> ReadAudience(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var audience))
        {
            return [];
        }

        return audience.ValueKind switch
        {
            JsonValueKind.String => [Text(claims, "aud") ?? string.Empty],
            JsonValueKind.Array =>
                audience.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!),
            _ => [],
        };
    }

    private static JsonElement? TryParse(string part)
    {
        try
        {
            if (Base64Url.TryDecode(part) is not { } bytes)
            {
                return null;
            }

            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Some clients write the number as a text.
    private static DateTimeOffset? Time(JsonElement json, string name)
        => json.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            && double.TryParse(
                value.ValueKind is JsonValueKind.Number ? value.GetRawText() : Text(json, name),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var seconds)
            && Math.Abs(seconds) < 100_000_000_000
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
