using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Authentication;

/// <summary>Converts validated options to their certificate source.</summary>
internal static class CertificateSources
{
    internal static ICertificateSource From(ClientCertificateOptions options, TimeProvider timeProvider, ILogger logger) => options switch
    {
        { Certificate: { } certificate } => new GivenCertificateSource(nameof(options.Certificate), _ => ValueTask.FromResult(certificate)),
        { CertificateProvider: { } provider } => new GivenCertificateSource(nameof(options.CertificateProvider), provider),
        { PfxPath: { Length: > 0 } path } => new LastGoodCertificateSource(
            new PfxCertificateSource(path, options.Password, timeProvider), logger),
        { PemPath: { Length: > 0 } path } => new LastGoodCertificateSource(
            new PemCertificateSource(path, string.IsNullOrWhiteSpace(options.PemKeyPath) ? null : options.PemKeyPath, options.Password),
            logger),
        _ =>
            new CertificateStoreSource(
                options.StoreLocation ?? StoreLocation.CurrentUser, options.Thumbprint, options.Subject, timeProvider),
    };
}
