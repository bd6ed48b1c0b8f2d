using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// A client assertion signed with the key of a certificate. Each attempt gets a new assertion, because an endpoint may accept each only
/// once.
/// </summary>
internal sealed class CertificateCredential(
    ICertificateSource source, CertificateCredentialSettings settings, ExpiryWatch watch, TimeProvider timeProvider, ILogger logger)
    : IClientCredential
{
    internal const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>The certificate whose key does not support PSS; another certificate is tried with PSS again.</summary>
    private volatile string? _thumbprintWithoutPss;

    public async ValueTask<CredentialExpiry?> GetExpiryAsync(CancellationToken cancellationToken)
    {
        using var loaded = await source.LoadAsync(cancellationToken).ConfigureAwait(false);
        return watch.Describe(NameOf(loaded.Certificate), EndOf(loaded.Certificate));
    }

    public async ValueTask AddToAsync(TokenForm form, SignInContext context, TimeSpan clockSkew, CancellationToken cancellationToken)
    {
        using var loaded = await source.LoadAsync(cancellationToken).ConfigureAwait(false);
        var now = timeProvider.GetUtcNow();
        var isOurKey = settings.OwnSigner is null && settings.PrivateKey is null;
        CertificateValidator.Require(loaded, isOurKey, now);
        watch.Observe(NameOf(loaded.Certificate), EndOf(loaded.Certificate));

        var opened = isOurKey ? loaded.OpenPrivateKey() : null;
        using (opened)
        {
            var claims = new ClientAssertionClaims(
                context.Authority.TokenEndpoint.AbsoluteUri, context.ClientId, Guid.NewGuid(), now + clockSkew, settings.Lifetime);
            var chain = settings.SendChain ? loaded.DescribeChain() : [];
            var key = opened ?? settings.PrivateKey;
            var assertion = await SignAsync(
                algorithm =>
                    new ClientAssertion(
                        algorithm, loaded.Certificate, key, claims, chain), loaded.Certificate, cancellationToken).ConfigureAwait(false);
            form.CertificateThumbprint = loaded.Certificate.Thumbprint;
            form.Add("client_assertion_type", AssertionType);
            form.Add("client_assertion", assertion);
        }
    }

    private static string NameOf(X509Certificate2 certificate) => $"certificate {certificate.Thumbprint}";

    private static DateTimeOffset EndOf(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    private async ValueTask<string> SignAsync(
        Func<ClientAssertionAlgorithm, ClientAssertion> create, X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        if (settings.Algorithm is ClientAssertionAlgorithm.PS256
            && !string.Equals(_thumbprintWithoutPss, certificate.Thumbprint, StringComparison.Ordinal))
        {
            try
            {
                return await settings.Signer.SignAsync(create(ClientAssertionAlgorithm.PS256), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is CryptographicException or NotSupportedException)
            {
                var fallback = await SignWithPkcs1Async(create, certificate, cancellationToken).ConfigureAwait(false);
                _thumbprintWithoutPss = certificate.Thumbprint;
                Log.KeyWithoutPss(logger, certificate.Thumbprint, failure.GetType().Name);
                return fallback;
            }
        }

        return await SignWithPkcs1Async(create, certificate, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<string> SignWithPkcs1Async(
        Func<ClientAssertionAlgorithm, ClientAssertion> create, X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        try
        {
            return await settings.Signer.SignAsync(create(ClientAssertionAlgorithm.RS256), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is CryptographicException or NotSupportedException)
        {
            throw new OneDriveAuthenticationException(
                $"The client assertion could not be signed with the private key of the certificate {certificate.Thumbprint}.", failure)
            {
                Hint = "Check that the account that runs this process has access to the key, and that the key provider supports SHA-256.",
            };
        }
    }
}
