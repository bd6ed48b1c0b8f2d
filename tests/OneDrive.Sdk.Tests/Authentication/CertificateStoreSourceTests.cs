using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>The store of the user who runs the tests; each certificate has a name of its own and is taken out again.</summary>
public sealed class CertificateStoreSourceTests : IDisposable
{
    private readonly string _name = $"onedrive-sdk-test-{Guid.NewGuid():N}";
    private readonly List<X509Certificate2> _stored = [];

    public void Dispose()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        foreach (var certificate in _stored)
        {
            store.Remove(certificate);
            certificate.Dispose();
        }
    }

    [Fact]
    public async Task LoadAsync_FindsByThumbprintOfEitherKind()
    {
        var certificate = Store(TestCertificates.CreateRsa(subject: $"CN={_name}"));
        var sha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256);

        var withColons = string.Join(':', sha256.Chunk(2).Select(pair => new string(pair)));
        foreach (var thumbprint in new[] { certificate.Thumbprint, certificate.Thumbprint.ToLowerInvariant(), sha256, withColons })
        {
            using var loaded = await LoadAsync(new() { Thumbprint = thumbprint });
            using var key = loaded.OpenPrivateKey();
            Assert.Equal(certificate.Thumbprint, loaded.Certificate.Thumbprint);
            Assert.Equal(2048, key.KeySize);
        }
    }

    [Fact]
    public async Task LoadAsync_BySubject_TakesTheValidCertificateThatExpiresLast()
    {
        Store(TestCertificates.CreateRsa(subject: $"CN={_name}, O=Contoso"));
        var best = Store(TestCertificates.CreateRsa(subject: $"CN={_name}, O=Contoso", notAfter: TestCertificates.NotAfter.AddYears(1)));
        var future = TestCertificates.NotAfter;
        Store(TestCertificates.CreateRsa(subject: $"CN={_name}, O=Contoso", notBefore: future, notAfter: future.AddYears(5)));
        using var withoutKey = TestCertificates.CreateRsa(
            subject: $"CN={_name}, O=Contoso", notAfter: TestCertificates.NotAfter.AddYears(2));
        Store(TestCertificates.PublicHalfOf(withoutKey));

        using var byName = await LoadAsync(new() { Subject = _name.ToUpperInvariant(), StoreLocation = StoreLocation.CurrentUser });
        using var byDistinguishedName = await LoadAsync(new() { Subject = $"CN={_name}, O=Contoso" });

        Assert.Equal(best.Thumbprint, byName.Certificate.Thumbprint);
        Assert.Equal(best.Thumbprint, byDistinguishedName.Certificate.Thumbprint);
    }

    [Fact]
    public async Task LoadAsync_WhenNothingFits_SaysWhatIsMissing()
    {
        using var certificate = TestCertificates.CreateRsa(subject: $"CN={_name}");
        Store(TestCertificates.PublicHalfOf(certificate));

        var withoutKey = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => LoadAsync(new() { Subject = _name }));
        var unknown = await Assert.ThrowsAsync<OneDriveAuthenticationException>(
            () => LoadAsync(new() { Thumbprint = new string('A', 40) }));

        Assert.Contains(
            "Subject: the store CurrentUser/My contains the certificate, but not its private key",
            withoutKey.Message,
            StringComparison.Ordinal);
        Assert.Contains("Thumbprint: the store CurrentUser/My contains no such certificate", unknown.Message, StringComparison.Ordinal);
        Assert.NotNull(unknown.Hint);
    }

    private X509Certificate2 Store(X509Certificate2 certificate)
    {
        // A key that lives in memory only is written with the certificate when it comes from a PKCS#12 file.
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate);
        _stored.Add(certificate);
        return certificate;
    }

    private static async Task<LoadedCertificate> LoadAsync(ClientCertificateOptions options) =>
        await CertificateSources.From(options, new ManualTimeProvider(), NullLogger.Instance).LoadAsync(CancellationToken.None);
}
