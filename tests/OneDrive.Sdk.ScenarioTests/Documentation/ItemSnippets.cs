using System.Text.Json.Nodes;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/items.md, run against the emulator.</summary>
public sealed class ItemSnippets
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
        var tasks = ListAddress.InSite(siteId, "Tasks");
        var created = await client.Drives.CreateListItemAsync(tasks, new JsonObject { ["Title"] = "Call Adele", ["Priority"] = 2 });
        var entry = tasks.Item(created.Id!);
        await client.Items.UpdateFieldsAsync(entry, new JsonObject { ["Priority"] = 1 });

        await foreach (var version in client.Versions.ListOfListItemAsync(entry, new GetListItemVersionOptions { Expand = ["fields"] }))
        {
            Console.WriteLine($"{version.Id}: {version.Fields!["Priority"]}");
        }

        // end
        Assert.Equal("2.0", (await client.Versions.ListOfListItemAsync(entry).ToListAsync())[0].Id);
    }
}
