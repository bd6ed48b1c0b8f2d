using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>Selects how an application authenticates itself.</summary>
internal static class ClientCredentials
{
    /// <summary>The credential of validated options; null for a public client, such as a desktop application.</summary>
    internal static IClientCredential? From(IClientSecretOptions options, TimeProvider timeProvider, ILogger logger)
    {
        if (options.ClientCertificate is { } certificate)
        {
            return From(certificate, timeProvider, logger);
        }

        if (Guid.TryParse(options.ClientSecret, out _))
        {
            Log.SecretLooksLikeId(logger, options.ClientId!);
        }

        return options.ClientSecretProvider is null && string.IsNullOrEmpty(options.ClientSecret)
            ? null
            : new SecretCredential(
                options.ClientSecret,
                options.ClientSecretProvider,
                options.ClientSecretExpiresOn,
                new ExpiryWatch(options.ExpiryWarning, options.OnExpiring, timeProvider, logger));
    }

    /// <summary>The certificate, or the assertion of another source, of validated options.</summary>
    internal static IClientCredential From(ClientCertificateOptions options, TimeProvider timeProvider, ILogger logger) =>
        options.AssertionProvider is { } provide
            ? new ProvidedAssertion(provide)
            : new CertificateCredential(
                CertificateSources.From(options, timeProvider, logger),
                CertificateCredentialSettings.From(options),
                new ExpiryWatch(options.ExpiryWarning, options.OnExpiring, timeProvider, logger),
                timeProvider,
                logger);
}
