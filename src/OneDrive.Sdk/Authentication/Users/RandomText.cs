using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk.Authentication;

/// <summary>Cryptographically random values, and their comparison in constant time.</summary>
internal static class RandomText
{
    private const int Size = 32;

    /// <summary>256 random bits in 43 characters: long enough for a code verifier (RFC 7636 section 4.1).</summary>
    internal static string Create() => Base64Url.Encode(RandomNumberGenerator.GetBytes(Size));

    internal static bool AreSame(string one, string? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
