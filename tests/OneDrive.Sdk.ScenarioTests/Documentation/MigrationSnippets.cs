using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>
/// Our side of the migration guides, run against the emulator. The side of Microsoft.Graph is compiled by its client tests.
/// </summary>
public sealed class MigrationSnippets
{
    [Fact]
    public async Task Transfers_TakeTheSameCallForEverySize()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var driveId = scenario.Drive.Id;
        using var directory = new TemporaryDirectory();
        var path = directory["db.bak"];
        var copy = directory["copy.bak"];
        await File.WriteAllBytesAsync(path, new byte[5 * 1024 * 1024]);

        // begin: graph upload
        var upload = await client.Content.UploadFileAsync(
            DriveAddress.ById(driveId).Path("/Backups/db.bak"),
            path,
            new UploadOptions
            {
                Conflict = ConflictBehavior.Replace,
                Progress = new Progress<TransferProgress>(progress => Console.WriteLine(progress.BytesTransferred)),
            });
        Console.WriteLine(upload.Item.Name);
        // end
        Assert.Equal(ContentIntegrity.Verified, upload.Integrity);

        // begin: graph download
        await client.Content.DownloadFileAsync(DriveAddress.ById(driveId).Path("/Backups/db.bak"), copy);
        // end
        Assert.Equal(await File.ReadAllBytesAsync(path), await File.ReadAllBytesAsync(copy));
    }

    [Fact]
    public async Task Lists_FollowTheirPages()
    {
        await using var scenario = await Scenario.StartAsync(emulator => emulator.PageSize = 2);
        scenario.Drive.WithFile("many/1.txt", [1]).WithFile("many/2.txt", [1]).WithFile("many/3.txt", [1]);
        var client = scenario.Client;
        var driveId = scenario.Drive.Id;
        var names = new List<string?>();

        // begin: graph paging
        await foreach (var item in client.Items.ListChildrenAsync(DriveAddress.ById(driveId).Path("/many")))
        {
            names.Add(item.Name);
        }

        // end
        Assert.Equal(3, names.Count);
    }

    [Fact]
    public async Task Delta_IsACheckpoint()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("a.txt", [1]);
        var client = scenario.Client;
        var driveId = scenario.Drive.Id;
        string? checkpoint = null;

        // begin: graph delta
        var since = checkpoint is null ? (DeltaCheckpoint?)null : new DeltaCheckpoint(checkpoint);
        await foreach (var page in client.Changes.ReadAsync(DriveAddress.ById(driveId).Root, since))
        {
            foreach (var item in page.Items)
            {
                Console.WriteLine($"{item.Name} {(item.Deleted is null ? "exists" : "is deleted")}");
            }

            checkpoint = page.Checkpoint.Value;
        }

        // end
        Assert.NotNull(checkpoint);
    }

    [Fact]
    public async Task Batch_HasTypedResults()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("a.txt", [1]).WithFile("b.txt", [1]);
        var client = scenario.Client;
        var drive = DriveAddress.ById(scenario.Drive.Id);

        // begin: graph batch
        var batch = new BatchRequest();
        var first = batch.Get(drive.Path("/a.txt"));
        var second = batch.Get(drive.Path("/b.txt"));
        await client.Batch.SendAsync(batch);
        Console.WriteLine($"{first.Result.Name}, {second.Result.Name}");
        // end
        Assert.Equal("b.txt", second.Result.Name);
    }

    [Fact]
    public async Task Errors_AreTypes()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var drive = DriveAddress.ById(scenario.Drive.Id);
        DriveItem? found = new();

        // begin: graph errors
        try
        {
            found = await client.Items.GetAsync(drive.Path("/missing.txt"));
        }
        catch (ItemNotFoundException)
        {
            found = null;
        }

        // end
        Assert.Null(found);
    }

    /// <summary>Compiled only: it signs in to the real service.</summary>
    internal static OneDriveClient CreateClient(string tenantId, string clientId, string clientSecret)
    {
        // begin: graph client
        var tokens = new ClientSecretTokenProvider(
            new ClientSecretOptions { TenantId = tenantId, ClientId = clientId, ClientSecret = clientSecret });
        var client = new OneDriveClient(tokens);
        // end
        return client;
    }

    [Fact]
    public async Task Zomers_CallsHaveCounterparts()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        using var directory = new TemporaryDirectory();
        var path = directory["report.xlsx"];
        var copy = directory["copy.xlsx"];
        await File.WriteAllBytesAsync(path, [1, 2, 3]);

        // begin: zomers
        var folder = await client.Items.EnsureFolderAsync(DriveAddress.Me.Path("/Reports"));
        var upload = await client.Content.UploadFileAsync(folder.Address.Child("report.xlsx"), path);
        await foreach (var item in client.Items.ListChildrenAsync(folder.Address))
        {
            Console.WriteLine(item.Name);
        }

        await client.Content.DownloadFileAsync(DriveAddress.Me.Path("/Reports/report.xlsx"), copy);
        await client.Items.DeleteAsync(upload.Item.Address);
        // end
        Assert.True(File.Exists(copy));
        Assert.False(await client.Items.ExistsAsync(DriveAddress.Me.Path("/Reports/report.xlsx")));
    }

    /// <summary>Compiled only: the refresh token is the reader's.</summary>
    internal static async Task ImportAsync(string folder, string refreshToken, CancellationToken cancellationToken)
    {
        // begin: import a refresh token
        using var flow = new AuthorizationCodeFlow(
            new AuthorizationCodeOptions
            {
                ClientId = "11111111-2222-3333-4444-555555555555",
                RedirectUri = new Uri("http://localhost"),
            },
            new EncryptedFileTokenStore(folder));
        await flow.AcceptAsync("me", new ObtainedTokens { RefreshToken = refreshToken }, cancellationToken);
        using var client = new OneDriveClient(flow.ForUser("me"));
        // end
    }

    [Fact]
    public async Task ConnectorSettings_AreRead()
    {
        await using var emulator = await OneDriveEmulator.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OneDrive:GroupOrUserId"] = $"/users/{emulator.DefaultUser.UserPrincipalName}",
            ["OneDrive:RetryMode"] = "RetryWhenStatusCodeMatch",
            ["OneDrive:RetryStatusCodeList"] = "429|503|423",
            ["OneDrive:RetryCountMax"] = "5",
            ["OneDrive:RetryMultiplyWaitTime"] = "true",
            ["OneDrive:SearchOptionForNonIndexedFields"] = "",
            ["OneDrive:ExtraHeaders"] = "MyHeader1:AAA||MyHeader2:BBB",
            ["OneDrive:ClientSecret:TenantId"] = emulator.TenantId,
            ["OneDrive:ClientSecret:ClientId"] = OneDriveEmulator.DefaultClientId,
            ["OneDrive:ClientSecret:ClientSecret"] = OneDriveEmulator.DefaultClientSecret,
        }).Build();
        var services = new ServiceCollection();
        services.AddOneDrive(configuration.GetSection("OneDrive")).UseEmulator(emulator.Endpoint);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IOneDriveClient>();

        // begin: connector test
        var report = await client.Drives.TestConnectionAsync(DriveAddress.Default);
        Console.WriteLine(report.IsSuccess ? "everything is good" : report.Read.Error?.Message);
        // end
        Assert.True(report.IsSuccess);
    }
}
