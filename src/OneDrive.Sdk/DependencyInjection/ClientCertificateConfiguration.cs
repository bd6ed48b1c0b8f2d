using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The section <c>ClientCertificate</c>.</summary>
internal sealed class ClientCertificateConfiguration : ClientCredentialConfiguration
{
    internal static readonly string[] Keys =
    [
        .. CommonKeys, nameof(PfxPath), nameof(PemPath), nameof(PemKeyPath), nameof(Password), nameof(
            StoreLocation), nameof(Thumbprint), nameof(Subject),
        nameof(SigningAlgorithm), nameof(UseBuiltInSigner), nameof(SendCertificateChain), nameof(AssertionLifetime),
    ];

    public string? PfxPath { get; set; }

    public string? PemPath { get; set; }

    public string? PemKeyPath { get; set; }

    public string? Password { get; set; }

    public StoreLocation? StoreLocation { get; set; }

    public string? Thumbprint { get; set; }

    public string? Subject { get; set; }

    public ClientAssertionAlgorithm? SigningAlgorithm { get; set; }

    public bool? UseBuiltInSigner { get; set; }

    public bool? SendCertificateChain { get; set; }

    public TimeSpan? AssertionLifetime { get; set; }

    internal void ApplyTo(ClientCertificateOptions options)
    {
        ApplyCommon(options);
        options.PfxPath = PfxPath ?? options.PfxPath;
        options.PemPath = PemPath ?? options.PemPath;
        options.PemKeyPath = PemKeyPath ?? options.PemKeyPath;
        options.Password = Password ?? options.Password;
        options.StoreLocation = StoreLocation ?? options.StoreLocation;
        options.Thumbprint = Thumbprint ?? options.Thumbprint;
        options.Subject = Subject ?? options.Subject;
        options.SigningAlgorithm = SigningAlgorithm ?? options.SigningAlgorithm;
        options.UseBuiltInSigner = UseBuiltInSigner ?? options.UseBuiltInSigner;
        options.SendCertificateChain = SendCertificateChain ?? options.SendCertificateChain;
        options.AssertionLifetime = AssertionLifetime ?? options.AssertionLifetime;
    }
}
