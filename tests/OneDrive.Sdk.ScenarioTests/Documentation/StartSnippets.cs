using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>
/// The programs of docs/start-here.md and docs/certificates.md. <c>.ci/run</c> also follows these pages with the packages.
/// </summary>
public sealed class StartSnippets
{
    [Fact]
    public async Task FirstUpload_IsListedAndReadBack()
    {
        // begin: first upload
        await using var emulator = await OneDriveEmulator.StartAsync();
        var cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint);

        using var tokens = new ClientSecretTokenProvider(
            new ClientSecretOptions
            {
                TenantId = OneDriveEmulator.DefaultTenantId,
                ClientId = OneDriveEmulator.DefaultClientId,
                ClientSecret = OneDriveEmulator.DefaultClientSecret,
            },
            cloud);
        using var client = new OneDriveClient(tokens, new OneDriveOptions { Cloud = cloud });

        // A folder on the drive of a user. Folders of the path are created with the first file.
        var folder = DriveAddress.User(emulator.DefaultUser.UserPrincipalName).Path("/Reports");
        using var report = new MemoryStream("Hello, OneDrive!"u8.ToArray());
        var upload = await client.Content.UploadAsync(folder.Child("first.txt"), report);
        Console.WriteLine($"Uploaded {upload.Item.Name}: {upload.Item.Size} bytes, {upload.Integrity}");

        await foreach (var item in client.Items.ListChildrenAsync(folder))
        {
            Console.WriteLine($"In the folder: {item.Name}");
        }

        Console.WriteLine($"Read back: {await client.Content.ReadAsStringAsync(folder.Child("first.txt"))}");
        // end
        Assert.Equal(ContentIntegrity.Verified, upload.Integrity);
    }

    [Fact]
    public async Task BadDay_EndsWithAVerifiedFile()
    {
        // begin: a bad day of a beginner
        await using var emulator = await OneDriveEmulator.StartAsync();
        emulator.Faults
            .Add(Fault.Throttle(TimeSpan.FromSeconds(1)).On(EmulatorOperation.CreateUploadSession))
            .Add(Fault.DropConnection().On(EmulatorOperation.UploadFragment));

        var cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint);
        using var tokens = new ClientSecretTokenProvider(
            new ClientSecretOptions
            {
                TenantId = OneDriveEmulator.DefaultTenantId,
                ClientId = OneDriveEmulator.DefaultClientId,
                ClientSecret = OneDriveEmulator.DefaultClientSecret,
            },
            cloud);
        using var client = new OneDriveClient(tokens, new OneDriveOptions { Cloud = cloud });

        var file = DriveAddress.User(emulator.DefaultUser.UserPrincipalName).Path("/Videos/holiday.mp4");
        using var content = new MemoryStream(new byte[20 * 1024 * 1024]);
        var upload = await client.Content.UploadAsync(file, content, new UploadOptions { Conflict = ConflictBehavior.Replace });
        Console.WriteLine($"{upload.Item.Size} bytes, {upload.Integrity}");
        Console.WriteLine($"Requests for a session: {emulator.Traffic.Of(EmulatorOperation.CreateUploadSession).Count}");
        // end
        Assert.Equal(ContentIntegrity.Verified, upload.Integrity);
        Assert.Equal(2, emulator.Traffic.Of(EmulatorOperation.CreateUploadSession).Count);
    }

    /// <summary>Compiled only: it writes files into the current directory, and <c>.ci/run</c> does so in a directory of its own.</summary>
    private static async Task CertificateAsync()
    {
        // begin: make a certificate
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Backup", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        File.WriteAllBytes("private.pfx", certificate.Export(X509ContentType.Pfx, "change-me"));
        File.WriteAllBytes("public.cer", certificate.Export(X509ContentType.Cert));
        Console.WriteLine($"Valid for {(certificate.NotAfter - certificate.NotBefore).Days} days");

        await using var emulator = await OneDriveEmulator.StartAsync();
        emulator.RegisterCertificate(OneDriveEmulator.DefaultClientId, certificate);
        var cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint);
        using var tokens = new ClientCertificateTokenProvider(
            new ClientCertificateOptions
            {
                TenantId = OneDriveEmulator.DefaultTenantId,
                ClientId = OneDriveEmulator.DefaultClientId,
                PfxPath = "private.pfx",
                Password = "change-me",
            },
            cloud);
        using var client = new OneDriveClient(tokens, new OneDriveOptions { Cloud = cloud });
        var report = await client.Drives.TestConnectionAsync(DriveAddress.User(emulator.DefaultUser.UserPrincipalName));
        Console.WriteLine(report.IsSuccess ? "The certificate signs in" : $"Failed: {report.Read.Error?.Message}");
        // end
    }
}
