using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication.Certificates;

/// <summary>Turns options that were validated into the one source they name.</summary>
internal static class CertificateSources
{
    internal static ICertificateSource From(ClientCertificateOptions options, TimeProvider timeProvider) => options switch
    {
        { Certificate: { } certificate } => new GivenCertificateSource(nameof(options.Certificate), _ => ValueTask.FromResult(certificate)),
        { CertificateProvider: { } provider } => new GivenCertificateSource(nameof(options.CertificateProvider), provider),
        { PfxPath: { Length: > 0 } path } => new PfxCertificateSource(path, options.Password, timeProvider),
        { PemPath: { Length: > 0 } path } => new PemCertificateSource(
            path, string.IsNullOrWhiteSpace(options.PemKeyPath) ? null : options.PemKeyPath, options.Password),
        _ =>
            new CertificateStoreSource(
                options.StoreLocation ?? StoreLocation.CurrentUser, options.Thumbprint, options.Subject, timeProvider),
    };
}
