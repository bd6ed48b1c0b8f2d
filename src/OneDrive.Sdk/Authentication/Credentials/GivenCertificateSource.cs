using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>A certificate that the caller holds, or supplies when asked.</summary>
internal sealed class GivenCertificateSource(
    string setting, Func<CancellationToken, ValueTask<X509Certificate2>> getCertificate) : ICertificateSource
{
    public async ValueTask<LoadedCertificate> LoadAsync(CancellationToken cancellationToken)
    {
        X509Certificate2? certificate;
        try
        {
            certificate = await getCertificate(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OneDriveException and not OperationCanceledException)
        {
            throw new OneDriveAuthenticationException(
                $"{setting} failed with {failure.GetType().Name}. See the inner exception for details.", failure);
        }

        return certificate is null
            ? throw new OneDriveAuthenticationException($"{setting} returned no certificate.")
            : new LoadedCertificate(certificate, setting, isOwned: false);
    }
}
