using Microsoft.Extensions.Logging;

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
public sealed class ClientSecretTokenProvider : ClientCredentialTokenProvider
{
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
        : base(
            options,
            (clock, logger) => ClientCredentials.From(options, clock, logger)!,
            cloud,
            transport,
            loggerFactory,
            timeProvider)
    {
    }
}
