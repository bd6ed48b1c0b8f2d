using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.Tokens;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs with System.IdentityModel.Tokens.Jwt; the only file that knows the package. It uses no member that a later version of the package
/// removed or changed, so that an application may raise the version without a new build of the SDK.
/// </summary>
internal sealed class JwtClientAssertionSigner : IClientAssertionSigner
{
    public ValueTask<string> SignAsync(ClientAssertion assertion, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = assertion.PrivateKey ?? throw new ArgumentException("The assertion has no private key.", nameof(assertion));

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
