using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/items.md, docs/sharepoint.md and docs/other-endpoints.md, run against the emulator.</summary>
public sealed partial class ItemSnippets
{
    [Fact]
    public async Task Items_AreFoundAndGoBackToAnEarlierVersion()
    {
        await using var scenario = await Scenario.StartAsync(
            client: options => options.DefaultDrive = DriveAddress.Me);
        scenario.Drive.WithFile("/a.txt", "one"u8.ToArray()).WithFile("/a.txt", "two"u8.ToArray());
        var client = scenario.Client;
        var folder = DriveAddress.Me.Root;
        var file = DriveAddress.Me.Path("/a.txt");
        using var destination = new MemoryStream();

        // begin: find
        await foreach (var found in client.Items.SearchAsync(folder, "o'hara's budget"))
        {
            Console.WriteLine(found.Name);
        }

        await foreach (var item in client.Items.ListDescendantsAsync(folder, new ListDescendantsOptions { MaxDepth = 3 }))
        {
            Console.WriteLine(item.Name);
        }

        // end
        // begin: versions
        await foreach (var version in client.Versions.ListAsync(file))
        {
            Console.WriteLine($"{version.Id}: {version.Size} bytes");
        }

        await client.Versions.DownloadAsync(file, "1.0", destination);
        await client.Versions.RestoreAsync(file, "1.0");

        // end
        // begin: test connection
        var report = await client.Drives.TestConnectionAsync(DriveAddress.Default);
        Console.WriteLine(report.IsSuccess ? "fine" : (report.Read.Error ?? report.Write.Error ?? report.Delete.Error)!.Message);

        // end
        Assert.Equal("one"u8.ToArray(), destination.ToArray());
        Assert.True(report.IsSuccess);
    }

    [Fact]
    public async Task ListsOfASite_HaveEntriesWithValues()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Emulator.DefaultGroup.WithList("Tasks");
        var client = scenario.Client;
        var siteId = (await client.Drives.ListSitesAsync().ToListAsync())[0].Id!;

        // begin: lists
        var sharePoint = client.SharePoint();
        var tasks = ListAddress.InSite(siteId, "Tasks");
        var created = await sharePoint.Lists.CreateItemAsync(tasks, new JsonObject { ["Title"] = "Call Adele", ["Priority"] = 2 });
        var entry = tasks.Item(created.Id!);
        await sharePoint.ListItems.UpdateFieldsAsync(entry, new JsonObject { ["Priority"] = 1 });

        var withFields = new GetListItemVersionOptions { Expand = ["fields"] };
        await foreach (var version in sharePoint.ListItems.ListVersionsAsync(entry, withFields))
        {
            Console.WriteLine($"{version.Id}: {version.Fields!["Priority"]}");
        }

        // end
        Assert.Equal("2.0", (await sharePoint.ListItems.ListVersionsAsync(entry).ToListAsync())[0].Id);
    }

    [Fact]
    public async Task OtherEndpoints_AreReachedByTypedRequests()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Emulator.DefaultGroup.Drive.WithFile("/a.txt", [1]);
        scenario.Drive.WithFile("/a.txt", [1]);
        var client = scenario.Client;
        var file = DriveAddress.Me.Path("/a.txt");
        var siteId = (await client.Drives.ListSitesAsync().ToListAsync())[0].Id!;

        // begin: other-endpoints
        var columns = client.ListAsync(new OneDriveRequest<JsonElement>
        {
            Path = RequestPath.OfSite(siteId, "columns"),
            Query = [new("$top", "50")],
            Answer = JsonContext.Default.JsonElement,
        });

        var item = await client.SendAsync(new OneDriveRequest<DriveItem>
        {
            Path = RequestPath.Of(file),
            Query = [new("$select", "id,name,size")],
            Answer = ModelConverter<DriveItem>.TypeInfo,
        });

        // end
        Assert.NotNull(columns);
        Assert.Equal(("a.txt", 1), (item.Name, item.Size));
    }

    // begin: json context
    [JsonSerializable(typeof(JsonElement))]
    internal sealed partial class JsonContext : JsonSerializerContext;

    // end
}
