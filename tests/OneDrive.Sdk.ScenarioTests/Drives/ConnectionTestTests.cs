using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.SharePoint;

namespace OneDrive.Sdk.ScenarioTests.Drives;

public sealed class ConnectionTestTests : IAsyncLifetime
{
    private Scenario _scenario = null!;

    private IDrivesClient Drives => _scenario.Client.Drives;

    private ISharePointClient SharePoint => _scenario.Client.SharePoint();

    public async Task InitializeAsync() => _scenario = await Scenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task TestConnectionAsync_WhenAllIsWell_LeavesNothingBehind()
    {
        var report = await Drives.TestConnectionAsync(DriveAddress.Me);

        Assert.True(report.IsSuccess);
        Assert.True(report is { Read.Succeeded: true, Write.Succeeded: true, Delete.Succeeded: true });
        Assert.Equal(_scenario.Drive.Id, report.Drive?.Id);
        Assert.Empty(_scenario.Drive.ListItems());
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.PermanentlyDeleteItem));
    }

    [Theory]
    [InlineData(EmulatorOperation.GetDrive, "read")]
    [InlineData(EmulatorOperation.ListChildren, "read")]
    [InlineData(EmulatorOperation.PutContent, "write")]
    [InlineData(EmulatorOperation.PermanentlyDeleteItem, "none")]
    public async Task TestConnectionAsync_SaysWhichStepFailed(EmulatorOperation operation, string failed)
    {
        _scenario.Emulator.Faults.Add(Fault.Status(403).On(operation).Always());

        var report = await Drives.TestConnectionAsync(DriveAddress.Me);

        Assert.Equal(failed == "read", report.Read.Error is not null);
        Assert.Equal(failed == "write", report.Write.Error is not null);
        Assert.Equal(failed == "none", report.IsSuccess);
        Assert.Empty(_scenario.Drive.ListItems());
    }

    [Fact]
    public async Task TestConnectionAsync_WhenTheWriteIsDoneAndItsAnswerLost_LeavesNothingBehind()
    {
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.PutContent).Always());

        var report = await Drives.TestConnectionAsync(DriveAddress.Me);

        Assert.NotNull(report.Write.Error);
        Assert.Empty(_scenario.Drive.ListItems());
    }

    [Fact]
    public async Task TestConnectionAsync_OfAMissingDriveOrWithoutWriting_MakesNoFile()
    {
        var missing = await Drives.TestConnectionAsync(DriveAddress.ById("nothing"));
        var reading = await Drives.TestConnectionAsync(DriveAddress.Me, new TestConnectionOptions { TestWriting = false });

        Assert.IsType<ItemNotFoundException>(missing.Read.Error);
        Assert.False(missing.Write.WasMade);
        Assert.True(reading is { IsSuccess: true, Write.WasMade: false });
        Assert.Empty(_scenario.Emulator.Traffic.Of(EmulatorOperation.PutContent));
    }

    [Fact]
    public async Task UpdateAsync_RenamesADrive()
    {
        var drive = await Drives.UpdateAsync(DriveAddress.Me, new DriveChanges { Name = "Files", Description = "Ours" });

        Assert.Equal(("Files", "Ours"), (drive.Name, drive.Description));
        Assert.Equal("Files", (await Drives.GetAsync(DriveAddress.Me)).Name);
    }

    [Fact]
    public async Task ASite_IsFoundAndLeadsToItsDrive()
    {
        _scenario.Emulator.AddGroup(options => options.DisplayName = "Sales");
        var site = Assert.Single(await Drives.ListSitesAsync(new ListSitesOptions { Search = "market" }).ToListAsync());
        var group = _scenario.Emulator.DefaultGroup;

        Assert.Equal(site.Id, (await Drives.GetSiteAsync(site.Id!)).Id);
        Assert.Equal(site.Id, (await Drives.GetSiteAsync($"{site.Id!.Split(',')[0]}:/sites/Marketing")).Id);
        Assert.Equal(group.Drive.Id, (await Drives.GetAsync(DriveAddress.Site(site.Id!))).Id);
        Assert.Equal([group.Drive.Id], (await Drives.ListAsync(DriveAddress.Site(site.Id!)).ToListAsync()).Select(drive => drive.Id));
    }

    [Fact]
    public async Task TheUseOfASite_IsThatOfWhatItHolds()
    {
        _scenario.Emulator.DefaultGroup.Drive.WithFile("/a.docx", [1]).WithFile("/b.docx", [1]);
        var site = Assert.Single(await Drives.ListSitesAsync().ToListAsync());
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        var analytics = await SharePoint.Activity.GetSiteAnalyticsAsync(site.Id!);
        var days = await SharePoint.Activity.ListSiteActivityStatsAsync(
            site.Id!, today.AddDays(-1), today.AddDays(2), ActivityInterval.Month).ToListAsync();

        // The root folder was created, too.
        Assert.Equal(3, analytics.AllTime?.Create?.ActionCount);
        Assert.Equal(3, days.Sum(day => day.Create?.ActionCount));
    }

    [Fact]
    public async Task FieldsOfAFile_AreReachedByItsDriveAndByItsList()
    {
        _scenario.Emulator.DefaultGroup.Drive.WithFile("/a.docx", [1]).WithFile("/b.docx", [1]);
        var site = Assert.Single(await Drives.ListSitesAsync().ToListAsync());
        var list = ListAddress.InSite(site.Id!, "Documents");
        var file = DriveAddress.Group(_scenario.Emulator.DefaultGroup.Id).Path("/a.docx");
        var items = _scenario.Client.Items;

        var fields = await SharePoint.ListItems.UpdateFieldsAsync(file, new JsonObject { ["Color"] = "Fuchsia", ["Quantity"] = 934 });
        var entry = await SharePoint.ListItems.GetAsync(file, new GetListItemOptions { Expand = ["fields"] });
        var byList = await SharePoint.ListItems.GetAsync(list.Item(entry.Id!), new GetListItemOptions { Expand = ["fields"] });
        var found = await SharePoint.Lists.ListItemsAsync(
            list, new ListListItemsOptions { Expand = ["fields"], Filter = "fields/Quantity gt 10" }).ToListAsync();

        Assert.Equal("Fuchsia", fields["Color"].GetString());
        Assert.Equal(934, byList.Fields!["Quantity"].GetInt32());
        Assert.Equal("a.docx", (await items.GetAsync(list.Item(entry.Id!))).Name);
        Assert.Equal([entry.Id], found.Select(item => item.Id));
        Assert.Contains("Color", (await SharePoint.Lists.ListColumnsAsync(list).ToListAsync()).Select(column => column.Name));
        Assert.Equal("documentLibrary", (await SharePoint.Lists.GetAsync(ListAddress.OfDrive(DriveAddress.Me))).List?.Template);
    }

    [Fact]
    public async Task UpdateFieldsAsync_OnAPersonalDrive_IsNotSupported()
    {
        var owner = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        using var client = _scenario.NewClient(user: owner);

        var exception = await Assert.ThrowsAsync<OneDriveApiException>(() => client.SharePoint().ListItems.GetAsync(DriveAddress.Me.Root));

        Assert.Equal(HttpStatusCode.NotImplemented, exception.StatusCode);
    }
}
