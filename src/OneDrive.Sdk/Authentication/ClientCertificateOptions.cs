using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// How an application signs in with a certificate. Exactly one source is set: <see cref="Certificate"/>, <see cref="CertificateProvider"/>,
/// <see cref="PfxPath"/>, <see cref="PemPath"/>, <see cref="Thumbprint"/> or <see cref="Subject"/> for the certificate store, or
/// <see cref="AssertionProvider"/>. Files and the store are read again for every assertion (about once an hour), so that a renewed
/// certificate is picked up; a file that cannot be read for the moment leaves the one before in use.
/// </summary>
public sealed class ClientCertificateOptions : ClientCredentialOptions
{
    /// <summary>The certificate itself, with an RSA private key of 2048 bits or more. It stays the caller's to dispose.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>
    /// The private key of <see cref="Certificate"/> when it is held elsewhere, such as in a vault or on a smart card. It stays the caller's
    /// to dispose.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the key is in the certificate.</value>
    public RSA? PrivateKey { get; set; }

    /// <summary>Supplies the certificate each time an assertion is signed. The certificate stays the caller's to dispose.</summary>
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
    /// Whose certificate store (<c>My</c>) is searched for <see cref="Thumbprint"/> or <see cref="Subject"/>; Linux has none of the
    /// machine.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the store of the current user.</value>
    public StoreLocation? StoreLocation { get; set; }

    /// <summary>
    /// The thumbprint of a certificate in the store: 40 (SHA-1) or 64 (SHA-256) hexadecimal digits; blanks and colons are ignored.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Thumbprint { get; set; }

    /// <summary>
    /// The subject of a certificate in the store: the distinguished name (<c>CN=Backup, O=Contoso</c>) or the common name alone. Of several
    /// with a private key the one that is valid and expires last is used.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Subject { get; set; }

    /// <summary>
    /// How assertions are signed. A key whose provider cannot do <see cref="ClientAssertionAlgorithm.PS256"/> is used with
    /// <see cref="ClientAssertionAlgorithm.RS256"/>, which a log event reports once.
    /// </summary>
    /// <value>Default: <see cref="ClientAssertionAlgorithm.PS256"/>.</value>
    public ClientAssertionAlgorithm SigningAlgorithm { get; set; } = ClientAssertionAlgorithm.PS256;

    /// <summary>
    /// Whether assertions are signed with the base class library alone, without the package System.IdentityModel.Tokens.Jwt.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool UseBuiltInSigner { get; set; }

    /// <summary>A signer of the caller's own; the certificate then needs no private key here.</summary>
    /// <value>Default: <see langword="null"/>, the SDK signs.</value>
    public IClientAssertionSigner? Signer { get; set; }

    /// <summary>
    /// Signs the bytes it is given (UTF-8, not a hash) where the private key is, such as in a vault or a hardware module; the certificate
    /// then needs no private key here. It throws <see cref="NotSupportedException"/> when it cannot do
    /// <see cref="ClientAssertionAlgorithm.PS256"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the SDK signs.</value>
    public Func<ClientAssertionAlgorithm, ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>>? SignatureProvider { get; set; }

    /// <summary>
    /// Supplies the whole assertion, for each request a new one: a federated identity credential, such as the token that Kubernetes or
    /// another cloud gives a workload. No certificate is set then.
    /// See <see href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<AssertionRequest, CancellationToken, ValueTask<string>>? AssertionProvider { get; set; }

    /// <summary>
    /// Whether the certificate and its issuers travel in the assertion (<c>x5c</c>), for applications that trust a subject name and issuer
    /// instead of one certificate.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool SendCertificateChain { get; set; }

    /// <summary>
    /// How long an assertion is valid, 1 to 10 minutes; each request carries a new one. See
    /// <see href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials#claims-payload"/>.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan AssertionLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Returns a fixed text: the options hold secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
