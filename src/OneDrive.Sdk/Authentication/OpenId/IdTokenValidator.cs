using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Validates the signature with the package System.IdentityModel.Tokens.Jwt. <see cref="IdTokenParts"/> filters its input, and this class
/// fixes the key, the algorithm and decryption.
/// </summary>
internal static class IdTokenValidator
{
    /// <summary>Returns whether the key signed the token, for this audience, as this issuer.</summary>
    internal static async ValueTask<bool> IsSignedAsync(IdTokenParts token, SigningKey key, string issuer, string audience)
    {
        var parameters = new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            ValidAlgorithms = [token.Algorithm],
            IssuerSigningKey = new RsaSecurityKey(key.Parameters) { KeyId = key.Id },
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,

            // By our clock, which may be another one than the system's, and corrected by the endpoint's: see IdTokenClaimsValidator.
            ValidateLifetime = false,
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        try
        {
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(token.Token, parameters).ConfigureAwait(false);
            return result.IsValid;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
