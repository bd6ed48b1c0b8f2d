using System.Security.Cryptography;
using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Authentication.OpenId;

/// <summary>A public key of an issuer.</summary>
internal sealed record SigningKey(string Id, RSAParameters Parameters)
{
    private const int MaximumDepth = 8;
    private const int SmallestModulus = 2048 / 8;
    private const int LargestModulus = 16384 / 8;

    /// <summary>Reads a set of keys (RFC 7517); what cannot sign an identity token is left out.</summary>
    /// <exception cref="JsonException">It is no set of keys.</exception>
    internal static IReadOnlyList<SigningKey> ReadSet(byte[] document)
    {
        using var json = AnswerDocument.Parse(document, MaximumDepth);
        if (json.RootElement.ValueKind is not JsonValueKind.Object || !json.RootElement.TryGetProperty("keys", out var list)
            || list.ValueKind is not JsonValueKind.Array)
        {
            throw new JsonException("The document is no set of keys.");
        }

        return [.. list.EnumerateArray().Select(Read).OfType<SigningKey>()];
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (AnswerDocument.Text(key, "kty") != "RSA" || AnswerDocument.Text(key, "use") is not (null or "sig")
            || AnswerDocument.Text(key, "kid") is not { Length: > 0 } id
            || Base64Url.TryDecode(AnswerDocument.Text(key, "n")) is not { Length: >= SmallestModulus and <= LargestModulus } modulus
            || Base64Url.TryDecode(AnswerDocument.Text(key, "e")) is not { Length: > 0 } exponent)
        {
            return null;
        }

        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return IsUsable(parameters) ? new SigningKey(id, parameters) : null;
    }

    /// <summary>A key that the system does not take costs itself, and not the set.</summary>
    private static bool IsUsable(RSAParameters parameters)
    {
        try
        {
            using var key = RSA.Create(parameters);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
