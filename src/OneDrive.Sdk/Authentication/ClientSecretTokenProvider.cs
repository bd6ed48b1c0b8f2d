using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs an application in with its client secret (OAuth 2.0 client credentials) and caches the tokens. Create one instance and share it;
/// it is thread-safe. See <see href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow"/>.
/// </summary>
/// <example>
/// <code>
/// var tokens = new ClientSecretTokenProvider(
///     new ClientSecretOptions { TenantId = tenantId, ClientId = clientId, ClientSecret = clientSecret });
/// var client = new OneDriveClient(tokens);
/// </code>
/// </example>
public sealed class ClientSecretTokenProvider : IAccessTokenProvider, IExpiringCredential, ICloudBound, IDisposable
{
    private readonly ClientCredentialsProvider _provider;

    /// <summary>Creates the provider. No request is sent before the first token is requested.</summary>
    /// <param name="options">Tenant, application and secret; copied.</param>
    /// <param name="cloud">
    /// The cloud; <see cref="OneDriveCloud.Global"/> by default. A <see cref="ClientCredentialOptions.TokenUrl"/> names its own.
    /// </param>
    /// <param name="transport">
    /// The connection to the token endpoint, which the caller disposes; by default one that follows no redirects.
    /// </param>
    /// <param name="loggerFactory">The logger factory; no logging by default.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid; the message contains its name.</exception>
    public ClientSecretTokenProvider(
        ClientSecretOptions options,
        OneDriveCloud? cloud = null,
        HttpMessageHandler? transport = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        cloud ??= OneDriveCloud.Global;
        ClientCredentialRules.Require(ClientCredentialRules.Validate(options, cloud), nameof(options));

        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<ClientSecretTokenProvider>();
        if (Guid.TryParse(options.ClientSecret, out _))
        {
            Log.SecretLooksLikeId(logger, options.ClientId!);
        }

        timeProvider ??= TimeProvider.System;
        var end = ExpiryWatch.Of(options.ClientSecretExpiresOn, options.ExpiryWarning, options.OnExpiring, timeProvider, logger);
        var credential = new SecretCredential(options.ClientSecret, options.ClientSecretProvider, end);
        _provider = new ClientCredentialsProvider(options, cloud, credential, transport, timeProvider, logger);
    }

    /// <summary>Always <see langword="true"/>: the tokens represent an application without a user.</summary>
    public bool IsApplicationOnly => true;

    /// <inheritdoc/>
    public string PrincipalKey => _provider.PrincipalKey;

    /// <summary>The cloud of the tokens, derived from the token URL if one is set.</summary>
    public OneDriveCloud Cloud => _provider.Cloud;

    /// <inheritdoc/>
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
