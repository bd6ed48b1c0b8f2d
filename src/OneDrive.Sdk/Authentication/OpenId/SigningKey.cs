using System.Security.Cryptography;
using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>A public key of an issuer.</summary>
internal sealed record SigningKey(string Id, RSAParameters Parameters)
{
    // The set is 256 KiB at most, so depth costs little; one key that nests deeper than others must not cost the others.
    private const int MaximumDepth = 64;
    private const int SmallestModulus = 2048 / 8;
    private const int LargestModulus = 16384 / 8;
    private const int LongestExponent = 8;

    /// <summary>Parses a JSON Web Key Set (RFC 7517); keys that cannot sign an identity token are ignored.</summary>
    /// <exception cref="JsonException">It is not a set of keys.</exception>
    internal static IReadOnlyList<SigningKey> ReadSet(byte[] document)
    {
        using var json = AnswerDocument.Parse(document, MaximumDepth);
        if (JsonMember.Of(json.RootElement, "keys") is not { ValueKind: JsonValueKind.Array } list)
        {
            throw new JsonException("The document is not a JSON Web Key Set.");
        }

        return [.. list.EnumerateArray().Select(Read).OfType<SigningKey>()];
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (JsonMember.Text(key, "kty") != "RSA" || JsonMember.Text(key, "use") is not (null or "sig")
            || JsonMember.Text(key, "kid") is not { Length: > 0 } id
            || Base64Url.TryDecode(JsonMember.Text(key, "n")) is not { Length: >= SmallestModulus and <= LargestModulus } modulus
            || Base64Url.TryDecode(JsonMember.Text(key, "e")) is not { Length: > 0 and <= LongestExponent } exponent)
        {
            return null;
        }

        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return CanVerify(parameters) ? new SigningKey(id, parameters) : null;
    }

    // An invalid RSA key fails here, and not when the first token uses the key.
    private static bool CanVerify(RSAParameters parameters)
    {
        try
        {
            using var rsa = RSA.Create(parameters);
            rsa.VerifyHash(
                new byte[SHA256.HashSizeInBytes],
                new byte[parameters.Modulus!.Length],
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
