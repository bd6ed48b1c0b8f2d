using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class CertificateSourceTests : IDisposable
{
    private const string Password = "canary-pässword";

    private readonly X509Certificate2 _certificate = TestCertificates.Shared;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onedrive-sdk-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Password)]
    public async Task Pfx_Loads(string? password) => await AssertLoadsAsync(new()
    {
        PfxPath = Write("a.pfx", _certificate.Export(X509ContentType.Pkcs12, password)),
        Password = password,
    });

    [Fact]
    public async Task Pfx_WithSeveralCertificates_TakesTheOneWithKeyAndKeepsItsIssuers()
    {
        var (leaf, issuer, root) = TestCertificates.CreateChain();
        using (leaf)
        using (issuer)
        using (root)
        {
            var bytes = new X509Certificate2Collection { root, issuer, leaf }.Export(X509ContentType.Pkcs12, Password)!;
            using var loaded = await LoadAsync(new() { PfxPath = Write("a.pfx", bytes), Password = Password });

            Assert.Equal(leaf.Thumbprint, loaded.Certificate.Thumbprint);
            Assert.Equal([Convert.ToBase64String(leaf.RawData), Convert.ToBase64String(issuer.RawData)], loaded.DescribeChain());
        }
    }

    [Theory]
    [InlineData("PRIVATE KEY")]
    [InlineData("RSA PRIVATE KEY")]
    [InlineData("ENCRYPTED PRIVATE KEY")]
    public async Task Pem_InOneFile_Loads(string form) => await AssertLoadsAsync(new()
    {
        PemPath = Write("a.pem", _certificate.ExportCertificatePem() + "\n" + KeyPem(form)),
        Password = form.StartsWith('E')
            ? Password
            : null,
    });

    [Theory]
    [InlineData("PRIVATE KEY")]
    [InlineData("RSA PRIVATE KEY")]
    [InlineData("ENCRYPTED PRIVATE KEY")]
    public async Task Pem_InTwoFiles_Loads(string form) => await AssertLoadsAsync(new()
    {
        PemPath = Write("a.crt", _certificate.ExportCertificatePem()),
        PemKeyPath = Write("a.key", KeyPem(form)),
        Password = form.StartsWith('E') ? Password : null,
    });

    [Fact]
    public async Task Pem_WithIssuersAfterTheLeaf_KeepsThem()
    {
        var (leaf, issuer, root) = TestCertificates.CreateChain();
        using (leaf)
        using (issuer)
        using (root)
        {
            var text = string.Join(
                '\n',
                TestCertificates.KeyPem(leaf),
                leaf.ExportCertificatePem(),
                issuer.ExportCertificatePem(),
                root.ExportCertificatePem());
            using var loaded = await LoadAsync(new() { PemPath = Write("a.pem", text) });

            Assert.Equal(leaf.Thumbprint, loaded.Certificate.Thumbprint);
            Assert.Equal([Convert.ToBase64String(leaf.RawData), Convert.ToBase64String(issuer.RawData)], loaded.DescribeChain());
        }
    }

    [Fact]
    public async Task Pfx_WhenTheFileIsReplaced_LoadsTheNewCertificateNextTime()
    {
        using var renewed = TestCertificates.CreateRsa();
        var options = new ClientCertificateOptions { PfxPath = Write("a.pfx", _certificate.Export(X509ContentType.Pkcs12)) };
        var source = CertificateSources.From(options, new ManualTimeProvider(), NullLogger.Instance);
        using var first = await source.LoadAsync(CancellationToken.None);

        Write("a.pfx", renewed.Export(X509ContentType.Pkcs12));
        using var second = await source.LoadAsync(CancellationToken.None);

        Assert.Equal(_certificate.Thumbprint, first.Certificate.Thumbprint);
        Assert.Equal(renewed.Thumbprint, second.Certificate.Thumbprint);
    }

    [Fact]
    public async Task Pfx_WithAnotherPassword_SaysSoWithoutShowingIt()
    {
        var path = Write("a.pfx", _certificate.Export(X509ContentType.Pkcs12, Password));

        await AssertRefusedAsync(new() { PfxPath = path, Password = "canary-other" }, "PfxPath: Password does not decrypt the file");
        await AssertRefusedAsync(new() { PfxPath = path }, "PfxPath", "is password-protected. Set Password.");
    }

    [Fact]
    public async Task Pfx_ThatIsSomethingElse_SaysWhatToSetOrExport()
    {
        await AssertRefusedAsync(
            new() { PfxPath = Write("a.cer", _certificate.RawData) }, "PfxPath", "a certificate without its private key");
        await AssertRefusedAsync(new() { PfxPath = Write("a.pfx", "nonsense") }, "PfxPath", "not a readable PKCS#12");
        await AssertRefusedAsync(new() { PfxPath = Write("b.pfx", "") }, "PfxPath", "is empty");
        await AssertRefusedAsync(new() { PfxPath = Write("a.pem", _certificate.ExportCertificatePem()) }, "PfxPath", "is a PEM file");

        using var publicHalf = TestCertificates.PublicHalfOf(_certificate);
        var withoutKey = Write("c.pfx", new X509Certificate2Collection { publicHalf }.Export(X509ContentType.Pkcs12)!);
        await AssertRefusedAsync(new() { PfxPath = withoutKey }, "PfxPath", "does not contain a certificate with a private key");
    }

    [Fact]
    public async Task Files_ThatCannotBeRead_AreNamedWithTheirSetting()
    {
        var missing = Path.Combine(_folder.FullName, "missing");

        await AssertRefusedAsync(new() { PfxPath = missing }, "PfxPath: the file", "does not exist");
        await AssertRefusedAsync(new() { PemPath = missing }, "PemPath: the file", "does not exist");
        await AssertRefusedAsync(
            new(
                )
            {
                PemPath = Write(
                    "a.crt", _certificate.ExportCertificatePem()),
                PemKeyPath = missing
            }, "PemKeyPath: the file", "does not exist");
        await AssertRefusedAsync(new() { PfxPath = _folder.FullName }, "PfxPath: the file", "cannot be read");
        await AssertRefusedAsync(new() { PfxPath = Write("big", new byte[1024 * 1024 + 1]) }, "PfxPath", "larger than 1 MiB");
    }

    [Fact]
    public async Task Pem_WithAnEncryptedKey_AsksForThePassword()
    {
        var text = _certificate.ExportCertificatePem() + "\n" + KeyPem("ENCRYPTED PRIVATE KEY");

        await AssertRefusedAsync(new() { PemPath = Write("a.pem", text) }, "PemPath", "is encrypted. Set Password.");
        await AssertRefusedAsync(
            new() { PemPath = Write("a.pem", text), Password = "canary-other" }, "PemPath", "Password does not decrypt the key");
    }

    [Fact]
    public async Task Pem_WithAKeyInTheOldEncryptedForm_SaysHowToConvertIt()
    {
        var key = KeyPem("RSA PRIVATE KEY").Replace(
            "-----BEGIN RSA PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n",
            StringComparison.Ordinal);
        var path = Write("a.pem", _certificate.ExportCertificatePem() + "\n" + key);

        var failure = await AssertRefusedAsync(new() { PemPath = path, Password = Password }, "PemPath", "Proc-Type: 4,ENCRYPTED");

        Assert.Contains("openssl pkcs8 -topk8", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pem_WithoutKeyOrCertificate_SaysWhichIsMissing()
    {
        await AssertRefusedAsync(
            new() { PemPath = Write("a.crt", _certificate.ExportCertificatePem()) }, "PemPath", "does not contain a private key");
        await AssertRefusedAsync(new() { PemPath = Write("a.key", KeyPem("PRIVATE KEY")) }, "PemPath", "does not contain a certificate");
        await AssertRefusedAsync(
            new() { PemPath = Write("a.pfx", _certificate.Export(X509ContentType.Pkcs12)) }, "PemPath", "does not contain a certificate");
    }

    [Fact]
    public async Task Pem_WithTheKeyOfAnotherCertificate_SaysSo()
    {
        using var other = TestCertificates.CreateRsa();

        await AssertRefusedAsync(
            new(
                )
            {
                PemPath = Write(
                    "a.crt", _certificate.ExportCertificatePem()),
                PemKeyPath = Write("a.key", TestCertificates.KeyPem(other))
            },
            "PemKeyPath",
            "does not match the certificate");
    }

    [Fact]
    public async Task Pem_WithAnEllipticCurveKey_IsRefusedWhenItIsUsed()
    {
        using var certificate = TestCertificates.CreateEllipticCurve();
        using var key = certificate.GetECDsaPrivateKey()!;
        using var loaded = await LoadAsync(
            new() { PemPath = Write("a.pem", certificate.ExportCertificatePem() + "\n" + key.ExportECPrivateKeyPem()) });

        var failure = Assert.Throws<OneDriveAuthenticationException>(
            () => CertificateValidator.Require(loaded, needsPrivateKey: true, TestCertificates.NotBefore));

        Assert.StartsWith("PemPath: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("EC key", failure.Message, StringComparison.Ordinal);
    }

    private string KeyPem(string form)
    {
        using var key = _certificate.GetRSAPrivateKey()!;
        return form switch
        {
            "PRIVATE KEY" => key.ExportPkcs8PrivateKeyPem(),
            "RSA PRIVATE KEY" => key.ExportRSAPrivateKeyPem(),
            _ =>
                key.ExportEncryptedPkcs8PrivateKeyPem(
                    Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)),
        };
    }

    private string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private async Task AssertLoadsAsync(ClientCertificateOptions options)
    {
        using var loaded = await LoadAsync(options);
        using var key = loaded.OpenPrivateKey();

        Assert.Equal(_certificate.Thumbprint, loaded.Certificate.Thumbprint);
        byte[] data = [1, 2, 3];
        var signature = key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        using var publicKey = _certificate.GetRSAPublicKey()!;
        Assert.True(publicKey.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    private static async Task<OneDriveAuthenticationException> AssertRefusedAsync(
        ClientCertificateOptions options, params string[] expected)
    {
        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => LoadAsync(options));

        Assert.All(expected, text => Assert.Contains(text, failure.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        return failure;
    }

    private static async Task<LoadedCertificate> LoadAsync(ClientCertificateOptions options) =>
        await CertificateSources.From(options, new ManualTimeProvider(), NullLogger.Instance).LoadAsync(CancellationToken.None);
}
