using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Options for signing in an application with a certificate. Set exactly one source: <see cref="Certificate"/>,
/// <see cref="CertificateProvider"/>, <see cref="PfxPath"/>, <see cref="PemPath"/>, <see cref="Thumbprint"/> or <see cref="Subject"/> for
/// the certificate store, or <see cref="AssertionProvider"/>. Files and the store are read again for every assertion (about once an hour),
/// so that a renewed certificate is used. When a file cannot be read temporarily, the previous certificate stays in use.
/// </summary>
public sealed class ClientCertificateOptions : ClientCredentialOptions
{
    /// <summary>The certificate, with an RSA private key of 2,048 bits or more. The caller disposes it.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>
    /// The private key of <see cref="Certificate"/> when it is stored elsewhere, such as in a key vault or on a smart card. The caller
    /// disposes it.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the certificate contains the key.</value>
    public RSA? PrivateKey { get; set; }

    /// <summary>Returns the certificate each time an assertion is signed. The caller disposes the certificate.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<CancellationToken, ValueTask<X509Certificate2>>? CertificateProvider { get; set; }

    /// <summary>The path of a PKCS#12 file (<c>.pfx</c>, <c>.p12</c>) with the certificate and its private key.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? PfxPath { get; set; }

    /// <summary>
    /// The path of a PEM file with the certificate and, unless <see cref="PemKeyPath"/> is set, its private key (PKCS#8 or PKCS#1).
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? PemPath { get; set; }

    /// <summary>The path of a PEM file with the private key when it is not in <see cref="PemPath"/>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? PemKeyPath { get; set; }

    /// <summary>The password of the PKCS#12 file or of the encrypted PKCS#8 key.</summary>
    /// <value>Default: <see langword="null"/>, no password.</value>
    public string? Password { get; set; }

    /// <summary>
    /// The certificate store (<c>My</c>) to search for <see cref="Thumbprint"/> or <see cref="Subject"/>. Linux does not have a machine
    /// store.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the store of the current user.</value>
    public StoreLocation? StoreLocation { get; set; }

    /// <summary>
    /// The thumbprint of a certificate in the store: 40 (SHA-1) or 64 (SHA-256) hexadecimal digits; spaces and colons are ignored.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Thumbprint { get; set; }

    /// <summary>
    /// The subject of a certificate in the store: the distinguished name (<c>CN=Backup, O=Contoso</c>) or the common name. Of several
    /// matching certificates with a private key, the valid one with the latest expiration is used.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Subject { get; set; }

    /// <summary>
    /// The signing algorithm. If the key provider does not support <see cref="ClientAssertionAlgorithm.PS256"/>,
    /// <see cref="ClientAssertionAlgorithm.RS256"/> is used, and a warning is logged once.
    /// </summary>
    /// <value>Default: <see cref="ClientAssertionAlgorithm.PS256"/>.</value>
    public ClientAssertionAlgorithm SigningAlgorithm { get; set; } = ClientAssertionAlgorithm.PS256;

    /// <summary>Whether assertions are signed with the base class library, without the package System.IdentityModel.Tokens.Jwt.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool UseBuiltInSigner { get; set; }

    /// <summary>A custom signer; the certificate then does not need a private key.</summary>
    /// <value>Default: <see langword="null"/>, the SDK signs.</value>
    public IClientAssertionSigner? Signer { get; set; }

    /// <summary>
    /// Signs the given bytes (UTF-8, not a hash) where the private key is stored, such as in a key vault or a hardware security module. The
    /// certificate then does not need a private key. Throw <see cref="NotSupportedException"/> when
    /// <see cref="ClientAssertionAlgorithm.PS256"/> is not supported.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the SDK signs.</value>
    public Func<ClientAssertionAlgorithm, ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>>? SignatureProvider { get; set; }

    /// <summary>
    /// Returns the complete assertion, a new one for each request: a federated identity credential, such as the token of a Kubernetes
    /// workload. Do not set a certificate in this case. See
    /// <see href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<AssertionRequest, CancellationToken, ValueTask<string>>? AssertionProvider { get; set; }

    /// <summary>
    /// Whether the certificate chain is included in the assertion (<c>x5c</c>), for applications that trust a subject name and issuer
    /// instead of one certificate.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool SendCertificateChain { get; set; }

    /// <summary>
    /// The lifetime of an assertion, 1 to 10 minutes. Each request contains a new assertion. See
    /// <see href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials#claims-payload"/>.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan AssertionLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Returns a fixed text, because the options hold secrets.</summary>
    public override string ToString() => "[REDACTED]";

    private protected override IEnumerable<string> ValidateCredential() =>
        [.. CertificateOptionsValidator.Validate(this), .. SignInChecks.NotNegative(ExpiryWarning, nameof(ExpiryWarning))];
}
