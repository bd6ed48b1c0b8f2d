using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.ScenarioTests.Drives;

/// <summary>Lists of sites: their entries, and the history of the entries.</summary>
public sealed class ListEntriesTests : IAsyncLifetime
{
    private static readonly GetListItemOptions WithFields = new() { Expand = ["fields"] };
    private static readonly GetListItemVersionOptions VersionsWithFields = new() { Expand = ["fields"] };

    private Scenario _scenario = null!;
    private ListAddress _tasks = null!;

    private IDrivesClient Drives => _scenario.Client.Drives;

    private IItemsClient Items => _scenario.Client.Items;

    private ISharePointListsClient Lists => _scenario.Client.SharePoint().Lists;

    private IListItemsClient Entries => _scenario.Client.SharePoint().ListItems;

    private IDocumentSetsClient DocumentSets => _scenario.Client.SharePoint().DocumentSets;

    private EmulatorDrive Library => _scenario.Emulator.DefaultGroup.Drive;

    private DriveAddress LibraryAddress => DriveAddress.Group(_scenario.Emulator.DefaultGroup.Id);

    public async Task InitializeAsync()
    {
        _scenario = await Scenario.StartAsync();
        _scenario.Emulator.DefaultGroup.WithList("Tasks");
        var site = Assert.Single(await Drives.ListSitesAsync().ToListAsync());
        _tasks = ListAddress.InSite(site.Id!, "Tasks");
    }

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task AnEntry_IsCreatedChangedAndDeleted()
    {
        var created = await Lists.CreateItemAsync(_tasks, new JsonObject { ["Title"] = "Widget", ["Weight"] = 32 });
        var entry = _tasks.Item(created.Id!);

        await Entries.UpdateFieldsAsync(entry, new JsonObject { ["Weight"] = 33 });
        var read = await Entries.GetAsync(entry, WithFields);

        Assert.Equal(("Widget", 33), (read.Fields!["Title"].GetString(), read.Fields["Weight"].GetInt32()));
        await Assert.ThrowsAsync<PreconditionFailedException>(
            () => Entries.DeleteAsync(entry, new DeleteListItemOptions { IfMatch = created.ETag }));
        await Entries.DeleteAsync(entry, new DeleteListItemOptions { IfMatch = read.ETag });
        await Assert.ThrowsAsync<ItemNotFoundException>(() => Entries.GetAsync(entry));
    }

    [Fact]
    public async Task AnEntryOfAList_HasNoFile()
    {
        Library.WithFile("/a.txt", [1]);
        var created = await Lists.CreateItemAsync(_tasks, new JsonObject { ["Title"] = "Widget" });

        await Assert.ThrowsAsync<ItemNotFoundException>(() => Items.GetAsync(_tasks.Item(created.Id!)));
    }

    [Fact]
    public async Task AnEntryOfALibrary_IsNotCreatedWithoutItsFile()
    {
        var exception = await Assert.ThrowsAsync<OneDriveApiException>(
            () => Lists.CreateItemAsync(ListAddress.OfDrive(LibraryAddress), new JsonObject { ["Title"] = "Widget" }));

        Assert.Equal("invalidRequest", exception.ErrorCode);
    }

    [Fact]
    public async Task AnEntryOfADrivesList_IsReachedByItsNumber()
    {
        Library.WithFile("/a.txt", [1]);
        var list = ListAddress.OfDrive(LibraryAddress);
        var number = Assert.Single(await Lists.ListItemsAsync(list).ToListAsync()).Id!;

        await Entries.UpdateFieldsAsync(list.Item(number), new JsonObject { ["Color"] = "Red" });

        Assert.Equal("a.txt", (await Items.GetAsync(list.Item(number))).Name);
        Assert.Equal("Red", (await Entries.GetAsync(list.Item(number), WithFields)).Fields!["Color"].GetString());
        Assert.Equal(1, (await _scenario.Client.SharePoint().Activity.GetAnalyticsAsync(list.Item(number))).AllTime?.Edit?.ActionCount);
    }

    [Fact]
    public async Task ListContentTypesAsync_TellsWhatEntriesCanBe()
    {
        var ofLibrary = await Lists.ListContentTypesAsync(ListAddress.OfDrive(LibraryAddress)).ToListAsync();

        Assert.Equal(["Document", "Folder"], ofLibrary.Select(type => type.Name));
        Assert.Equal(["Item"], (await Lists.ListContentTypesAsync(_tasks).ToListAsync()).Select(type => type.Name));
    }

    [Fact]
    public async Task VersionsOfAnEntry_TellTheValuesThatItHad()
    {
        var created = await Lists.CreateItemAsync(_tasks, new JsonObject { ["Color"] = "Red" });
        var entry = _tasks.Item(created.Id!);
        await Entries.UpdateFieldsAsync(entry, new JsonObject { ["Color"] = "Blue", ["Size"] = 1 });

        var versions = await Entries.ListVersionsAsync(entry, VersionsWithFields).ToListAsync();
        await Entries.RestoreVersionAsync(entry, versions[^1].Id!);

        Assert.Equal(["Blue", "Red"], versions.Select(version => version.Fields!["Color"].GetString()));
        Assert.Null((await Entries.GetVersionAsync(entry, versions[0].Id!)).Fields);
        var restored = (await Entries.GetAsync(entry, WithFields)).Fields!;
        Assert.Equal(("Red", false), (restored["Color"].GetString(), restored.ContainsKey("Size")));
        Assert.Equal(3, (await Entries.ListVersionsAsync(entry).ToListAsync()).Count);
        await Assert.ThrowsAsync<ItemNotFoundException>(() => Entries.GetVersionAsync(entry, "99.0"));
    }

    [Fact]
    public async Task ACapturedDocumentSet_ComesBackWithItsFilesAndValues()
    {
        Library.WithFile("/Set/a.txt", "one"u8.ToArray());
        var set = LibraryAddress.Path("/Set");
        await Entries.UpdateFieldsAsync(set, new JsonObject { ["State"] = "draft" });
        var captured = await DocumentSets.CaptureAsync(set, new CaptureDocumentSetOptions { Comment = "before the review" });
        Library.WithFile("/Set/a.txt", "two"u8.ToArray());
        await Entries.UpdateFieldsAsync(set, new JsonObject { ["State"] = "final" });

        await DocumentSets.RestoreVersionAsync(set, captured.Id!);

        Assert.Equal("a.txt", Assert.Single(captured.Items).Title);
        Assert.Equal("one", await _scenario.Client.Content.ReadAsStringAsync(set.Child("a.txt")));
        Assert.Equal("draft", (await Entries.GetAsync(set, WithFields)).Fields!["State"].GetString());
        Assert.Equal("before the review", (await DocumentSets.GetVersionAsync(set, captured.Id!)).Comment);
        Assert.Equal([captured.Id], (await DocumentSets.ListVersionsAsync(set).ToListAsync()).Select(version => version.Id));
        await DocumentSets.DeleteVersionAsync(set, captured.Id!);
        Assert.Empty(await DocumentSets.ListVersionsAsync(set).ToListAsync());
    }
}
