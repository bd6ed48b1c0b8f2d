using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of README.md. A convention test compares the texts; what needs no account is run, the rest is compiled.</summary>
public sealed class ReadmeSnippets
{
    // begin: your own test
    [Fact]
    public async Task NightlyBackup_SurvivesThrottlingAndALostConnection()
    {
        await using var emulator = await OneDriveEmulator.StartAsync();
        emulator.Faults
            .Add(Fault.Throttle(TimeSpan.FromSeconds(1)).On(EmulatorOperation.PutContent))
            .Add(Fault.DropConnection().On(EmulatorOperation.GetContent));

        var services = new ServiceCollection();
        services
            .AddOneDrive(options => options.DefaultDrive = DriveAddress.User(emulator.DefaultUser.UserPrincipalName))
            .AddClientSecret(options =>
            {
                options.TenantId = emulator.TenantId;
                options.ClientId = OneDriveEmulator.DefaultClientId;
                options.ClientSecret = OneDriveEmulator.DefaultClientSecret;
            })
            .UseEmulator(emulator.Endpoint);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IOneDriveClient>();
        var file = DriveAddress.Default.Path("/Backups/db.bak");

        await client.Content.UploadAsync(file, new MemoryStream([1, 2, 3]));
        using var restored = new MemoryStream();
        await client.Content.DownloadAsync(file, restored);

        Assert.Equal([1, 2, 3], restored.ToArray());
        Assert.Equal(2, emulator.Traffic.Of(EmulatorOperation.PutContent).Count);
    }

    // end

    /// <summary>Compiled only: it signs in to the real service.</summary>
    private static async Task HelloWorldAsync()
    {
        // begin: hello world
        using var tokens = new ClientCertificateTokenProvider(new ClientCertificateOptions
        {
            TenantId = "contoso.onmicrosoft.com",
            ClientId = "11111111-2222-3333-4444-555555555555",
            PfxPath = "backup.pfx",
            Password = Environment.GetEnvironmentVariable("PFX_PASSWORD"),
        });
        using var client = new OneDriveClient(tokens);

        var folder = DriveAddress.User("adele@contoso.com").Path("/Backups");
        var upload = await client.Content.UploadFileAsync(
            folder.Child("db.bak"), "db.bak", new UploadOptions { ResumeKey = "adele/db.bak" });
        Console.WriteLine($"{upload.Item.Name}: {upload.Item.Size} bytes, {upload.Integrity}");

        await foreach (var item in client.Items.ListChildrenAsync(folder))
        {
            Console.WriteLine(item.Name);
        }

        await client.Content.DownloadFileAsync(folder.Child("db.bak"), "restored.bak");
        // end
    }

    private static void Register(IServiceCollection services, IConfiguration configuration)
    {
        // begin: dependency injection
        services.AddOneDrive(configuration.GetSection("OneDrive")).AddFileUploadSessionStore("/var/lib/backup/uploads");
        // end
    }
}
