using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.Tokens;

namespace OneDrive.Sdk.Authentication;

/// <summary>Signs with System.IdentityModel.Tokens.Jwt. Only this file and <see cref="IdTokenValidator"/> use the package.</summary>
internal sealed class JwtClientAssertionSigner : IClientAssertionSigner
{
    public ValueTask<string> SignAsync(ClientAssertion assertion, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = assertion.PrivateKey ?? throw new ArgumentException("The assertion does not have a private key.", nameof(assertion));

        var algorithm = assertion.Algorithm is ClientAssertionAlgorithm.PS256
            ? SecurityAlgorithms.RsaSsaPssSha256
            : SecurityAlgorithms.RsaSha256;
        var credentials = new SigningCredentials(new RsaSecurityKey(key), algorithm)
        {
            // The package's own cache keeps signature providers, and with them keys, beyond the life of the key: signing with a disposed
            // key would follow.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };

        var header = new JwtHeader(credentials);
        header.Clear();
        foreach (var (name, value) in assertion.Header)
        {
            header[name] = value;
        }

        var payload = new JwtPayload();
        foreach (var (name, value) in assertion.Claims)
        {
            payload[name] = value;
        }

        return ValueTask.FromResult(new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken(header, payload)));
    }
}
