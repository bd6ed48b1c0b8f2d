using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>Chooses how an application that signs people in proves who it is; one on a person's own machine proves nothing.</summary>
internal static class UserCredentials
{
    internal static IClientCredential? From(AuthorizationCodeOptions options, TimeProvider timeProvider, ILogger logger)
    {
        if (options.ClientCertificate is { } certificate)
        {
            return CertificateCredential.From(certificate, timeProvider, logger);
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
                ExpiryWatch.Of(options.ClientSecretExpiresOn, options.ExpiryWarning, options.OnExpiring, timeProvider, logger));
    }
}
