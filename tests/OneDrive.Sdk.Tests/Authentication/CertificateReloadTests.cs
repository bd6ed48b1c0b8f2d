using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>Somebody renews the certificate in its file while the application runs.</summary>
public sealed class CertificateReloadTests : IDisposable
{
    private const int NotReloadedEvent = 210;

    private readonly X509Certificate2 _old = TestCertificates.Shared;
    private readonly X509Certificate2 _new = TestCertificates.CreateRsa(subject: "CN=Renewed");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onedrive-sdk-");
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeTokenEndpoint _endpoint = new();
    private readonly RecordingLoggerFactory _log = new();

    private string PemPath => Path.Combine(_folder.FullName, "a.pem");

    private string KeyPath => Path.Combine(_folder.FullName, "a.key");

    private string PfxPath => Path.Combine(_folder.FullName, "a.pfx");

    public void Dispose()
    {
        _endpoint.Dispose();
        _new.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ANewFile_IsUsedForTheNextAssertion()
    {
        File.WriteAllBytes(PfxPath, _old.Export(X509ContentType.Pkcs12, "p"));
        using var provider = Create(new() { PfxPath = PfxPath, Password = "p" });
        await FetchAsync(provider);

        File.WriteAllBytes(PfxPath, _new.Export(X509ContentType.Pkcs12, "p"));
        await FetchAsync(provider);

        AssertSignedWith(_old, _new);
        Assert.Equal($"certificate {_new.Thumbprint}", (await provider.GetCredentialExpiryAsync())!.Name);
        Assert.Empty(_log.Of(NotReloadedEvent));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public async Task AFileInTheMiddleOfBeingWritten_LeavesTheOldCertificateInUse(int length)
    {
        File.WriteAllBytes(PfxPath, _old.Export(X509ContentType.Pkcs12, "p"));
        using var provider = Create(new() { PfxPath = PfxPath, Password = "p" });
        await FetchAsync(provider);

        var renewed = _new.Export(X509ContentType.Pkcs12, "p");
        File.WriteAllBytes(PfxPath, renewed[..length]);
        await FetchAsync(provider);
        File.Delete(PfxPath);
        await FetchAsync(provider);
        File.WriteAllBytes(PfxPath, renewed);
        await FetchAsync(provider);

        AssertSignedWith(_old, _old, _old, _new);
        Assert.Equal(2, _log.Of(NotReloadedEvent).Count);
        Assert.All(_log.Of(NotReloadedEvent), text => Assert.Contains(_old.Thumbprint, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACertificateWhoseKeyIsNotThereYet_LeavesTheOldPairInUse()
    {
        File.WriteAllText(PemPath, TestCertificates.CertificatePem(_old));
        File.WriteAllText(KeyPath, TestCertificates.KeyPem(_old));
        using var provider = Create(new() { PemPath = PemPath, PemKeyPath = KeyPath });
        await FetchAsync(provider);

        File.WriteAllText(PemPath, TestCertificates.CertificatePem(_new));
        await FetchAsync(provider);
        File.WriteAllText(KeyPath, TestCertificates.KeyPem(_new));
        await FetchAsync(provider);

        AssertSignedWith(_old, _old, _new);
    }

    [Fact]
    public async Task AFileThatNeverWasReadable_IsAFailure()
    {
        File.WriteAllText(PemPath, "not a certificate");
        using var provider = Create(new() { PemPath = PemPath });

        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => FetchAsync(provider));
    }

    private void AssertSignedWith(params X509Certificate2[] certificates) => Assert.Equal(
        certificates.Select(certificate => Base64Url.Encode(
            certificate.GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256))),
        _endpoint.Requests.Select(request => request.Assertion.HeaderValue("x5t#S256")));

    private static async Task FetchAsync(ClientCertificateTokenProvider provider) =>
        await provider.GetTokenAsync(Requests.ForGraph(claims: "{}"), CancellationToken.None);

    private ClientCertificateTokenProvider Create(ClientCertificateOptions options)
    {
        options.TenantId = "contoso.com";
        options.ClientId = "client-1";
        return new(options, transport: _endpoint, loggerFactory: _log, timeProvider: _clock);
    }
}
