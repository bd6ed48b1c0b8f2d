using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>Selects the client authentication of a user flow; desktop applications are public clients and have none.</summary>
internal static class UserCredentials
{
    internal static IClientCredential? From(AuthorizationCodeOptions options, TimeProvider timeProvider, ILogger logger) => From(
        options.ClientId!,
        options.ClientCertificate is { } certificate ? CertificateCredential.From(certificate, timeProvider, logger) : null,
        options.ClientSecret,
        options.ClientSecretProvider,
        ExpiryWatch.Of(options.ClientSecretExpiresOn, options.ExpiryWarning, options.OnExpiring, timeProvider, logger),
        logger);

    internal static IClientCredential? From(OnBehalfOfOptions options, TimeProvider timeProvider, ILogger logger) => From(
        options.ClientId!,
        options.ClientCertificate is { } certificate ? CertificateCredential.From(certificate, timeProvider, logger) : null,
        options.ClientSecret,
        options.ClientSecretProvider,
        ExpiryWatch.Of(options.ClientSecretExpiresOn, options.ExpiryWarning, options.OnExpiring, timeProvider, logger),
        logger);

    internal static IClientCredential? From(AadV1Options options, ILogger logger) =>
        From(options.ClientId!, certificate: null, options.ClientSecret, options.ClientSecretProvider, end: null, logger);

    private static IClientCredential? From(
        string clientId,
        IClientCredential? certificate,
        string? secret,
        Func<CancellationToken, ValueTask<string>>? secretProvider,
        (DateTimeOffset ExpiresOn, ExpiryWatch Watch)? end,
        ILogger logger)
    {
        if (certificate is not null)
        {
            return certificate;
        }

        if (Guid.TryParse(secret, out _))
        {
            Log.SecretLooksLikeId(logger, clientId);
        }

        return secretProvider is null && string.IsNullOrEmpty(secret) ? null : new SecretCredential(secret, secretProvider, end);
    }
}
