using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>Examples in XML comments that are on no page. A convention test compares the texts.</summary>
public sealed class ExampleSnippets
{
    [Fact]
    public async Task Transfers_OfStreams_AreVerified()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;

        // begin: example upload
        using var content = new MemoryStream("Hello"u8.ToArray());
        var upload = await client.Content.UploadAsync(
            DriveAddress.Me.Path("/Notes/hello.txt"), content, new UploadOptions { Conflict = ConflictBehavior.Replace });
        Console.WriteLine($"{upload.Item.Size} bytes, {upload.Integrity}");
        // end
        Assert.Equal(ContentIntegrity.Verified, upload.Integrity);

        // begin: example download
        using var destination = new MemoryStream();
        var download = await client.Content.DownloadAsync(DriveAddress.Me.Path("/Notes/hello.txt"), destination);
        Console.WriteLine($"{download.Length} bytes, {download.Integrity}");
        // end
        Assert.Equal("Hello"u8.ToArray(), destination.ToArray());

        // begin: example ensure
        var folder = await client.Items.EnsureFolderAsync(DriveAddress.Me.Path("/Backups/2026/November"));
        Console.WriteLine(folder.Name);
        // end
        Assert.Equal("November", folder.Name);
    }

    [Fact]
    public void Addresses_NameDrivesAndItems()
    {
        var drives = new List<ItemAddress>();

        // begin: example addresses
        var mine = DriveAddress.Me.Path("/Reports/May.xlsx");
        var hers = DriveAddress.User("adele@contoso.com").Path("/Reports").Child("May.xlsx");
        var library = DriveAddress.Group("sales@contoso.com").Root;
        var byId = DriveAddress.ById("b!drive").Item("01ITEM");
        // end
        drives.AddRange([mine, hers, library, byId]);
        Assert.Equal(4, drives.Distinct().Count());
    }

    [Fact]
    public async Task Requests_AreSent()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("a.txt", [1]);
        using var client = scenario.NewClient();
        var file = DriveAddress.Me.Path("/a.txt");
        var id = (await client.Items.GetAsync(file)).Id!;

        // begin: example request
        await client.SendAsync(new OneDriveRequest
        {
            Method = HttpMethod.Post,
            Path = RequestPath.Of(DriveAddress.Me.Item(id), "follow"),
            Body = OneDriveRequestBody.Empty,
        });
        // end
        Assert.Equal("a.txt", await TypedAsync(client, file));
        Assert.Equal("a.txt", await WithAsync(client, file));
    }

    private static async Task<string?> TypedAsync(OneDriveClient client, ItemAddress file)
    {
        // begin: example typed request
        var item = await client.SendAsync(new OneDriveRequest<DriveItem>
        {
            Path = RequestPath.Of(file),
            Query = [new("$select", "id,name,size")],
            Answer = ModelConverter<DriveItem>.TypeInfo,
        });
        // end
        return item.Name;
    }

    private static async Task<string?> WithAsync(OneDriveClient client, ItemAddress file)
    {
        // begin: example with
        var item = await client.With(new CallOptions { MaxElapsed = TimeSpan.FromSeconds(5) }).Items.GetAsync(file);
        // end
        return item.Name;
    }

    /// <summary>Compiled only: the tokens are the reader's.</summary>
    internal static async Task<UploadResult> ClientAsync(IAccessTokenProvider tokens)
    {
        // begin: example client
        using var client = new OneDriveClient(tokens);
        var result = await client.Content.UploadFileAsync(DriveAddress.Me.Path("/Backups/db.bak"), "db.bak");
        // end
        return result;
    }

    /// <summary>Compiled only: the certificate is the reader's.</summary>
    internal static OneDriveClient Certificate()
    {
        // begin: example certificate
        var tokens = new ClientCertificateTokenProvider(new ClientCertificateOptions
        {
            TenantId = "contoso.onmicrosoft.com",
            ClientId = "11111111-2222-3333-4444-555555555555",
            PfxPath = "backup.pfx",
            Password = Environment.GetEnvironmentVariable("PFX_PASSWORD"),
        });
        var client = new OneDriveClient(tokens);
        // end
        return client;
    }
}
