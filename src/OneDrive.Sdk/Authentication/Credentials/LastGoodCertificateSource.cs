using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Reads a file each time, so that replacements are detected, and uses the last certificate if the file cannot be read, for example while
/// it is being replaced.
/// </summary>
internal sealed class LastGoodCertificateSource(ICertificateSource file, ILogger logger) : ICertificateSource
{
    private volatile LoadedCertificate? _last;

    public async ValueTask<LoadedCertificate> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The one before may be in use at this moment; it goes with its last user.
            var loaded = await file.LoadAsync(cancellationToken).ConfigureAwait(false);
            _last = loaded;
            return loaded.AsShared();
        }
        catch (OneDriveAuthenticationException failure) when (_last is not null)
        {
            Log.CertificateNotReloaded(logger, _last.Certificate.Thumbprint, failure);
            return _last.AsShared();
        }
    }
}
