using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs an application in with a certificate (OAuth 2.0 client credentials with a signed assertion) and caches the tokens. Make one and
/// share it; it is thread-safe. See <see href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials"/>.
/// </summary>
public sealed class ClientCertificateTokenProvider : IAccessTokenProvider, IExpiringCredential, ICloudBound, IDisposable
{
    private readonly ClientCredentialsProvider _provider;

    /// <summary>Creates the provider. No file is read and nothing is sent before the first token is asked for.</summary>
    /// <param name="options">Tenant, application and certificate; copied.</param>
    /// <param name="cloud">
    /// The cloud; <see cref="OneDriveCloud.Global"/> by default. A <see cref="ClientCredentialOptions.TokenUrl"/> names its own.
    /// </param>
    /// <param name="transport">
    /// The connection to the token endpoint, which stays the caller's to dispose; by default one that follows no redirects.
    /// </param>
    /// <param name="loggerFactory">Where messages go; nowhere by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names it.</exception>
    public ClientCertificateTokenProvider(
        ClientCertificateOptions options,
        OneDriveCloud? cloud = null,
        HttpMessageHandler? transport = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        cloud ??= OneDriveCloud.Global;
        ClientCredentialRules.Require(ClientCredentialRules.Validate(options, cloud), nameof(options));

        timeProvider ??= TimeProvider.System;
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<ClientCertificateTokenProvider>();
        var credential = CertificateCredential.From(options, timeProvider, logger);
        _provider = new ClientCredentialsProvider(options, cloud, credential, transport, timeProvider, logger);
    }

    /// <summary>Always <see langword="true"/>: the tokens stand for an application without a user.</summary>
    public bool IsApplicationOnly => true;

    /// <inheritdoc/>
    public string PrincipalKey => _provider.PrincipalKey;

    /// <summary>The cloud that the tokens are for, taken from the token URL when that was given.</summary>
    public OneDriveCloud Cloud => _provider.Cloud;

    /// <inheritdoc/>
    /// <exception cref="OneDriveAuthenticationException">
    /// The certificate cannot be read, is expired or cannot be used, or the token endpoint refused; see the hint.
    /// </exception>
    /// <exception cref="ThrottledException">
    /// The token endpoint asked for a longer pause than <see cref="ClientCredentialOptions.MaxRetryAfter"/>.
    /// </exception>
    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        _provider.GetTokenAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CredentialExpiry?> GetCredentialExpiryAsync(CancellationToken cancellationToken = default) =>
        _provider.GetExpiryAsync(cancellationToken);

    /// <summary>Drops the cached tokens, ends waiting calls and closes the connection if the provider made it.</summary>
    public void Dispose() => _provider.Dispose();
}
