using System.Security.Cryptography;
using System.Text.Json;

namespace OneDrive.Sdk.Authentication.OpenId;

/// <summary>A public key of an issuer.</summary>
internal sealed record SigningKey(string Id, RSAParameters Parameters)
{
    private const int MaximumDepth = 8;
    private const int SmallestModulus = 2048 / 8;

    /// <summary>Reads a set of keys (RFC 7517); what cannot sign an identity token is left out.</summary>
    /// <exception cref="JsonException">It is no set of keys.</exception>
    internal static IReadOnlyList<SigningKey> ReadSet(byte[] document)
    {
        using var json = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = MaximumDepth });
        if (json.RootElement.ValueKind is not JsonValueKind.Object || !json.RootElement.TryGetProperty("keys", out var list)
            || list.ValueKind is not JsonValueKind.Array)
        {
            throw new JsonException("The document is no set of keys.");
        }

        return [.. list.EnumerateArray().Select(Read).OfType<SigningKey>()];
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (key.ValueKind is not JsonValueKind.Object || Text(key, "kty") != "RSA" || Text(key, "use") is not (null or "sig")
            || Text(key, "kid") is not { Length: > 0 } id
            || Base64Url.TryDecode(Text(key, "n")) is not { Length: >= SmallestModulus } modulus
            || Base64Url.TryDecode(Text(key, "e")) is not { Length: > 0 } exponent)
        {
            return null;
        }

        return new SigningKey(id, new RSAParameters { Modulus = modulus, Exponent = exponent });
    }

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
