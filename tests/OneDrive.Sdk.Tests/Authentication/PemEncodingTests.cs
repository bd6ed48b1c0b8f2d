using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>Certificate files as tools of different systems write them.</summary>
public sealed class PemEncodingTests : IDisposable
{
    private readonly X509Certificate2 _certificate = TestCertificates.Shared;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onedrive-sdk-");

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [FieldCase(
        "F15", "F1", Source = "openssl/openssl#10112",
        Report = "The PEM file of a certificate or a key begins with a byte order mark, as Windows editors write it.",
        Right = "The mark is skipped.")]
    public async Task Pem_WithAByteOrderMark_Loads(bool isCertificateMarked, bool isKeyMarked)
    {
        var pem = _certificate.ExportCertificatePem();
        var certificate = Write("a.crt", Encoding.UTF8.GetBytes((isCertificateMarked ? "\uFEFF" : "") + pem));
        var key = Write("a.key", Encoding.UTF8.GetBytes((isKeyMarked ? "\uFEFF" : "") + TestCertificates.KeyPem(_certificate)));

        await AssertLoadsAsync(new() { PemPath = certificate, PemKeyPath = key });
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    [FieldCase(
        "F1.pem-encoding", "F1", Source = "own",
        Report = "The PEM file is UTF-16, with or without a mark, or was joined from files that have their own marks.",
        Right = "It is read.")]
    public async Task Pem_InAnotherEncoding_Loads(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = "\uFEFF" + _certificate.ExportCertificatePem() + "\r\n\uFEFF" + TestCertificates.KeyPem(_certificate);

        await AssertLoadsAsync(new() { PemPath = Write("a.pem", encoding.GetBytes(text)) });
        await AssertLoadsAsync(new() { PemPath = Write("b.pem", encoding.GetBytes(text[1..])) });
    }

    [Fact]
    [FieldCase("F15", "F1")]
    public async Task Pem_WithAnEncryptedKeyAndAMark_Loads()
    {
        using var key = _certificate.GetRSAPrivateKey()!;
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var pem = key.ExportEncryptedPkcs8PrivateKeyPem("pw", encryption);

        await AssertLoadsAsync(new()
        {
            PemPath = Write("a.pem", Encoding.UTF8.GetBytes($"\uFEFF{_certificate.ExportCertificatePem()}\n\uFEFF{pem}")),
            Password = "pw",
        });
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("\uFEFF{0}\r\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\n{0}\n-----END CERTIFICATE-----\n")]
    [InlineData("\"{0}\"")]
    [FieldCase(
        "F26", "F2", Source = "dotnet/runtime#91763",
        Report = "The PFX file is base64 text, as exported by key vaults; or its key derivation uses 700,000 iterations, which .NET "
            + "rejects.",
        Right = "The exception contains the cause and how to convert the file.")]
    public async Task Pfx_AsText_SaysSo(string form)
    {
        var text = string.Format(provider: null, form, Convert.ToBase64String(Pfx(1000), Base64FormattingOptions.InsertLineBreaks));
        var path = Write("a.pfx", Encoding.UTF8.GetBytes(text));

        Assert.Contains("base64", (await RefuseAsync(new() { PfxPath = path, Password = "pw" })).Message, StringComparison.Ordinal);
        Assert.Contains("base64", (await RefuseAsync(new() { PemPath = path, Password = "pw" })).Message, StringComparison.Ordinal);
    }

#if NET9_0_OR_GREATER
    [Fact]
    [FieldCase("F26", "F2")]
    public async Task Pfx_WithTooManyIterations_SaysSo()
    {
        var failure = await RefuseAsync(new() { PfxPath = Write("a.pfx", Pfx(700_000)), Password = "pw" });

        Assert.Contains("iterations", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-iter", failure.Hint, StringComparison.Ordinal);
    }
#endif

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(1, true)]
    [FieldCase(
        "F2.damaged-pfx", "F2", Source = "own",
        Report = "The PFX file was truncated, or a byte in it was changed.",
        Right = "The message mentions that the file may be damaged, in addition to the password.")]
    public async Task Pfx_ThatIsDamaged_SaysThatItMayBe(double part, bool isChanged)
    {
        var bytes = Pfx(1000)[..^0];
        bytes[bytes.Length / 2] ^= (byte)(isChanged ? 1 : 0);

        var failure = await RefuseAsync(new() { PfxPath = Write("a.pfx", bytes[..(int)(bytes.Length * part)]), Password = "pw" });

        Assert.Matches("damaged|was changed", failure.Message);
    }

    private static Task<LoadedCertificate> LoadAsync(ClientCertificateOptions options) =>
        CertificateSources.From(options, new ManualTimeProvider(), NullLogger.Instance).LoadAsync(CancellationToken.None).AsTask();

    private static async Task<OneDriveAuthenticationException> RefuseAsync(ClientCertificateOptions options) =>
        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => LoadAsync(options));

    private async Task AssertLoadsAsync(ClientCertificateOptions options)
    {
        using var loaded = await LoadAsync(options);

        Assert.Equal(_certificate.Thumbprint, loaded.Certificate.Thumbprint);
        Assert.True(loaded.Certificate.HasPrivateKey);
    }

    private byte[] Pfx(int iterations)
    {
#if NET9_0_OR_GREATER
        return _certificate.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations), "pw");
#else
        return _certificate.Export(X509ContentType.Pkcs12, "pw");
#endif
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
