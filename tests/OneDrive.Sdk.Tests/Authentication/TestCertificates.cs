using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>Certificates made for the test that uses them, valid around the time of <see cref="ManualTimeProvider"/>.</summary>
internal static class TestCertificates
{
    internal static readonly DateTimeOffset NotBefore = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    internal static readonly DateTimeOffset NotAfter = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<X509Certificate2> LazyShared = new(() => CreateRsa());

    /// <summary>One certificate for all tests that only use it; making RSA keys takes time. Nobody disposes of it.</summary>
    internal static X509Certificate2 Shared => LazyShared.Value;

    internal static X509Certificate2 CreateRsa(
        int bits = 2048, string subject = "CN=OneDrive.Sdk test", DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(notBefore ?? NotBefore, notAfter ?? NotAfter);
    }

    internal static X509Certificate2 CreateEllipticCurve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=OneDrive.Sdk test", key, HashAlgorithmName.SHA256).CreateSelfSigned(NotBefore, NotAfter);
    }

    internal static X509Certificate2 PublicHalfOf(X509Certificate2 certificate) =>
#if NET9_0_OR_GREATER
        X509CertificateLoader.LoadCertificate(certificate.RawData);
#else
        new(certificate.RawData);
#endif

    /// <summary>A leaf and the authority that issued it.</summary>
    internal static (X509Certificate2 Leaf, X509Certificate2 Issuer, X509Certificate2 Root) CreateChain()
    {
        using var rootKey = RSA.Create(2048);
        using var issuerKey = RSA.Create(2048);
        using var leafKey = RSA.Create(2048);
        using var root = Authority("CN=Root", rootKey).CreateSelfSigned(NotBefore, NotAfter);
        using var issuer = Authority("CN=Issuer", issuerKey).Create(root, NotBefore, NotAfter, [1]);
        using var issuerWithKey = issuer.CopyWithPrivateKey(issuerKey);
        using var leaf = new CertificateRequest("CN=Leaf", leafKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .Create(issuerWithKey, NotBefore, NotAfter, [2]);
        return (leaf.CopyWithPrivateKey(leafKey), PublicHalfOf(issuer), PublicHalfOf(root));

        static CertificateRequest Authority(string subject, RSA key)
        {
            var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            return request;
        }
    }

    internal static string CertificatePem(X509Certificate2 certificate) => certificate.ExportCertificatePem();

    internal static string KeyPem(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }
}
