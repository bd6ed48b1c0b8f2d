using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs an application in with a certificate (OAuth 2.0 client credentials with a signed assertion) and caches the tokens. Create one
/// instance and share it; it is thread-safe. See <see href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials"/>.
/// </summary>
/// <example>
/// <code>
/// var tokens = new ClientCertificateTokenProvider(new ClientCertificateOptions
/// {
///     TenantId = "contoso.onmicrosoft.com",
///     ClientId = "11111111-2222-3333-4444-555555555555",
///     PfxPath = "backup.pfx",
///     Password = Environment.GetEnvironmentVariable("PFX_PASSWORD"),
/// });
/// var client = new OneDriveClient(tokens);
/// </code>
/// </example>
public sealed class ClientCertificateTokenProvider : IAccessTokenProvider, IExpiringCredential, ICloudBound, IDisposable
{
    private readonly ClientCredentialsProvider _provider;

    /// <summary>Creates the provider. No file is read and no request is sent before the first token is requested.</summary>
    /// <param name="options">Tenant, application and certificate; copied.</param>
    /// <param name="cloud">
    /// The cloud; <see cref="OneDriveCloud.Global"/> by default. A <see cref="ClientCredentialOptions.TokenUrl"/> names its own.
    /// </param>
    /// <param name="transport">
    /// The connection to the token endpoint, which the caller disposes; by default one that follows no redirects.
    /// </param>
    /// <param name="loggerFactory">The logger factory; no logging by default.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid; the message contains its name.</exception>
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

    /// <summary>Always <see langword="true"/>: the tokens represent an application without a user.</summary>
    public bool IsApplicationOnly => true;

    /// <inheritdoc/>
    public string PrincipalKey => _provider.PrincipalKey;

    /// <summary>The cloud of the tokens, derived from the token URL if one is set.</summary>
    public OneDriveCloud Cloud => _provider.Cloud;

    /// <inheritdoc/>
    /// <exception cref="OneDriveAuthenticationException">
    /// The certificate cannot be read, is expired or cannot be used, or the token endpoint rejected the request; see the hint.
    /// </exception>
    /// <exception cref="ThrottledException">
    /// The token endpoint returned a <c>Retry-After</c> longer than <see cref="ClientCredentialOptions.MaxRetryAfter"/>.
    /// </exception>
    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        _provider.GetTokenAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CredentialExpiry?> GetCredentialExpiryAsync(CancellationToken cancellationToken = default) =>
        _provider.GetExpiryAsync(cancellationToken);

    /// <summary>Clears the cached tokens, cancels waiting calls and closes the connections that the provider created.</summary>
    public void Dispose() => _provider.Dispose();
}
