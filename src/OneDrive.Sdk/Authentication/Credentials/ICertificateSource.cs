namespace OneDrive.Sdk.Authentication;

/// <summary>Where a certificate comes from.</summary>
internal interface ICertificateSource
{
    /// <summary>Loads the certificate for one use.</summary>
    /// <exception cref="OneDriveAuthenticationException">It cannot be had; the message names the setting.</exception>
    ValueTask<LoadedCertificate> LoadAsync(CancellationToken cancellationToken);
}
