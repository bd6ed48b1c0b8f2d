using Microsoft.Extensions.Logging;

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
public sealed class ClientCertificateTokenProvider : ClientCredentialTokenProvider
{
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
        : base(
            options,
            (clock, logger) => ClientCredentials.From(options, clock, logger),
            cloud,
            transport,
            loggerFactory,
            timeProvider)
    {
    }
}
