namespace OneDrive.Sdk.Authentication;

/// <summary>A sign-in whose credential expires, for use in health checks.</summary>
public interface IExpiringCredential
{
    /// <summary>Gets the expiration of the credential. A certificate is loaded; no request is sent.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The expiration, or <see langword="null"/> if it is not known.</returns>
    /// <exception cref="OneDriveAuthenticationException">The certificate cannot be loaded; the message contains the setting.</exception>
    ValueTask<CredentialExpiry?> GetCredentialExpiryAsync(CancellationToken cancellationToken = default);
}
