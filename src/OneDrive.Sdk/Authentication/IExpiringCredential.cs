namespace OneDrive.Sdk.Authentication;

/// <summary>A sign-in whose credential ends one day, to be asked by a health check.</summary>
public interface IExpiringCredential
{
    /// <summary>Tells when the credential ends. A certificate is loaded for it, no request is sent.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The end, or null when it is not known.</returns>
    /// <exception cref="OneDriveAuthenticationException">The certificate cannot be had; the message names the setting.</exception>
    ValueTask<CredentialExpiry?> GetCredentialExpiryAsync(CancellationToken cancellationToken = default);
}
