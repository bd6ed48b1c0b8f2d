using System.Net;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.ScenarioTests.Items;

public sealed class ItemActionTests : IAsyncLifetime
{
    private static readonly ItemAddress File = DriveAddress.Me.Path("/Docs/a.txt");

    private Scenario _scenario = null!;
    private EmulatorUser _personal = null!;
    private OneDriveClient _personalClient = null!;

    private IItemsClient Items => _scenario.Client.Items;

    private IItemsClient PersonalItems => _personalClient.Items;

    public async Task InitializeAsync()
    {
        _scenario = await Scenario.StartAsync();
        _scenario.Drive.WithFile("/Docs/a.txt", "hello"u8.ToArray());
        _personal = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        _personal.WithFile("/Docs/a.txt", "hello"u8.ToArray());
        _personalClient = _scenario.NewClient(user: _personal);
    }

    public async Task DisposeAsync()
    {
        _personalClient.Dispose();
        await _scenario.DisposeAsync();
    }

    [Fact]
    public async Task ExistsAsync_AsksForNothingButTheAnswer()
    {
        Assert.True(await Items.ExistsAsync(File));
        Assert.False(await Items.ExistsAsync(DriveAddress.Me.Path("/Docs/b.txt")));
        Assert.All(_scenario.Emulator.Traffic.Of(EmulatorOperation.GetItem), entry => Assert.Equal("HEAD", entry.Method));
    }

    [Fact]
    public async Task GetIfChangedAsync_IsNullWhileTheItemIsAsTheCallerKnowsIt()
    {
        var known = await Items.GetAsync(File);

        var unchanged = await Items.GetIfChangedAsync(File, known.ETag!);
        await Items.UpdateAsync(File, new ItemChanges { Times = new FileSystemTimes { LastModified = DateTimeOffset.UnixEpoch } });
        var changed = await Items.GetIfChangedAsync(File, known.ETag!);

        Assert.Null(unchanged);
        Assert.NotEqual(known.ETag, changed?.ETag);
        await Assert.ThrowsAsync<ItemNotFoundException>(() => Items.GetIfChangedAsync(File.Child("x"), known.ETag!));
    }

    [Fact]
    public async Task ListChildrenIfChangedAsync_IsNullWhileNothingBelowChanges()
    {
        var folder = DriveAddress.Me.Path("/Docs");
        var known = await PersonalItems.GetAsync(folder);

        var unchanged = await PersonalItems.ListChildrenIfChangedAsync(folder, known.CTag!);
        _personal.WithFile("/Docs/b.txt", [1]).WithFile("/Docs/c.txt", [1]);
        var changed = await PersonalItems.ListChildrenIfChangedAsync(folder, known.CTag!, new ListChildrenOptions { PageSize = 2 });
        var rest = new List<string?>();
        await foreach (var page in PersonalItems.ListChildrenAsync(folder).AsPagesAsync(changed!.ContinuationToken))
        {
            rest.AddRange(page.Items.Select(item => item.Name));
        }

        Assert.Null(unchanged);
        Assert.Equal(["a.txt", "b.txt"], changed.Items.Select(item => item.Name));
        Assert.Equal(["c.txt"], rest);
    }

    [Fact]
    public async Task RestoreAsync_BringsAFolderBackWithWhatItHeld()
    {
        var folder = await PersonalItems.GetAsync(DriveAddress.Me.Path("/Docs"));
        await PersonalItems.DeleteAsync(folder.Address);
        Assert.Null(await PersonalItems.FindAsync(folder.Address));
        var deleted = await PersonalItems.GetAsync(folder.Address, new GetItemOptions { IncludeDeletedItems = true });

        var restored = await PersonalItems.RestoreAsync(folder.Address, new RestoreItemOptions { NewName = "Again" });

        Assert.NotNull(deleted.Deleted);
        Assert.Equal((folder.Id, "Again"), (restored.Id, restored.Name));
        Assert.Equal("hello", await _personalClient.Content.ReadAsStringAsync(DriveAddress.Me.Path("/Again/a.txt")));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => PersonalItems.RestoreAsync(folder.Address));
    }

    [Fact]
    public async Task RestoreAsync_WhereTheNameIsTaken_IsAConflict()
    {
        var file = await PersonalItems.GetAsync(File);
        await PersonalItems.DeleteAsync(file.Address);
        _personal.WithFile("/Docs/a.txt", [1]);

        await Assert.ThrowsAsync<ItemConflictException>(() => PersonalItems.RestoreAsync(file.Address));
    }

    [Fact]
    public async Task RestoreAsync_OnABusinessDrive_IsNotSupported()
    {
        var file = await Items.GetAsync(File);
        await Items.DeleteAsync(File);

        var exception = await Assert.ThrowsAsync<OneDriveApiException>(() => Items.RestoreAsync(file.Address));

        Assert.Equal(HttpStatusCode.NotImplemented, exception.StatusCode);
    }

    [Fact]
    public async Task DeleteAsync_Permanently_LeavesNothingToRestoreFrom()
    {
        await Items.DeleteAsync(File, new DeleteItemOptions { Permanently = true });

        Assert.Null(_scenario.Drive.FindItem("/Docs/a.txt"));
        Assert.Equal(
            HttpStatusCode.NotImplemented,
            (await Assert.ThrowsAsync<OneDriveApiException>(
                () => PersonalItems.DeleteAsync(File, new DeleteItemOptions { Permanently = true }))).StatusCode);
    }

    [Fact]
    public async Task ACheckedOutFile_IsLockedForOthersUntilItIsCheckedIn()
    {
        using var colleague = NoRetries(_scenario.Emulator.AddUser());
        using var owner = NoRetries(_scenario.Emulator.DefaultUser);
        var shared = DriveAddress.Group(_scenario.Emulator.DefaultGroup.Id).Path("/a.txt");
        _scenario.Emulator.DefaultGroup.Drive.WithFile("/a.txt", [1]);
        await owner.Items.CheckOutAsync(shared);

        await Assert.ThrowsAsync<ResourceLockedException>(() => owner.Items.CheckOutAsync(shared));
        await Assert.ThrowsAsync<ResourceLockedException>(() => colleague.Items.UpdateAsync(shared, new ItemChanges { Name = "b.txt" }));
        await Assert.ThrowsAsync<ResourceLockedException>(() => colleague.Items.DeleteAsync(shared));
        await Assert.ThrowsAsync<ResourceLockedException>(() => colleague.Items.DiscardCheckOutAsync(shared));
        await owner.Items.CheckInAsync(shared, new CheckInOptions { Comment = "done", CheckInAs = CheckInKind.Published });

        Assert.Equal("b.txt", (await colleague.Items.UpdateAsync(shared, new ItemChanges { Name = "b.txt" })).Name);
    }

    [Fact]
    public async Task DiscardCheckOutAsync_GivesTheFileBack()
    {
        await Items.CheckOutAsync(File);
        Assert.Equal("checkout", (await Items.GetAsync(File, new GetItemOptions { Select = ["publication"] })).Publication?.Level?.Value);

        await Items.DiscardCheckOutAsync(File);

        var exception = await Assert.ThrowsAsync<OneDriveApiException>(() => Items.DiscardCheckOutAsync(File));
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
    }

    [Fact]
    public async Task AddSharedFolderAsync_MakesAFolderOfAnotherDriveAppear()
    {
        var shared = await Items.GetAsync(DriveAddress.Me.Path("/Docs"));
        await _scenario.Client.Sharing.InviteAsync(shared.Address, [new() { Email = _personal.Mail }], [PermissionRole.Read]);

        var added = await PersonalItems.AddSharedFolderAsync(DriveAddress.Me, "Theirs", shared.Address);

        Assert.Equal(shared.Id, added.RemoteItem?.Id);
        Assert.Equal(["a.txt"], (await PersonalItems.ListChildrenAsync(added.Address).ToListAsync()).Select(item => item.Name));
        await PersonalItems.DeleteAsync(DriveAddress.Me.Item(added.Id!));
        Assert.NotNull(_scenario.Drive.FindItem("/Docs"));
    }

    [Fact]
    public async Task ABundle_HoldsItemsOfSeveralFolders()
    {
        _personal.WithFile("/b.txt", [1]).WithFile("/c.txt", [1]);
        var ids = new List<string>();
        foreach (var path in (string[])["/Docs/a.txt", "/b.txt", "/c.txt"])
        {
            ids.Add((await PersonalItems.GetAsync(DriveAddress.Me.Path(path))).Id!);
        }

        var bundle = await PersonalItems.CreateBundleAsync(DriveAddress.Me, "Some", ids[..2]);
        var address = DriveAddress.Me.Item(bundle.Id!);
        await PersonalItems.CreateBundleAsync(DriveAddress.Me, "Album", [], new CreateBundleOptions { IsAlbum = true });
        await PersonalItems.AddToBundleAsync(address, ids[2]);
        await PersonalItems.RemoveFromBundleAsync(address, ids[0]);
        var now = await PersonalItems.GetBundleAsync(address, new GetItemOptions { Expand = ["children"] });
        var albums = await PersonalItems.ListBundlesAsync(
            DriveAddress.Me, new ListItemsOptions { Filter = "bundle/album ne null" }).ToListAsync();
        await PersonalItems.UpdateAsync(address, new ItemChanges { Name = "Others" });
        await PersonalItems.DeleteAsync(address);

        Assert.Equal(2, bundle.Bundle?.ChildCount);
        Assert.Equal(["b.txt", "c.txt"], now.Children.Select(item => item.Name));
        Assert.Equal(["Album"], albums.Select(item => item.Name));
        Assert.NotNull(_personal.Drive.FindItem("/c.txt"));
        Assert.Single(await PersonalItems.ListBundlesAsync(DriveAddress.Me).ToListAsync());
    }

    [Fact]
    public async Task ARetentionLabel_IsSetLockedUnlockedAndRemoved()
    {
        using var client = NoRetries(_scenario.Emulator.DefaultUser);
        var label = await client.SharePoint().Labels.SetRetentionLabelAsync(File, "Contracts");
        await client.SharePoint().Labels.SetRecordLockAsync(File, isLocked: true);

        await Assert.ThrowsAsync<ResourceLockedException>(() => client.Items.DeleteAsync(File));
        var unlocked = await client.SharePoint().Labels.SetRecordLockAsync(File, isLocked: false);
        var known = await client.SharePoint().Labels.GetRetentionLabelAsync(File);
        await client.SharePoint().Labels.RemoveRetentionLabelAsync(File);

        Assert.Equal("Contracts", label.Name);
        Assert.False(unlocked.RetentionSettings?.IsRecordLocked);
        Assert.Equal(_scenario.Emulator.DefaultUser.Id, known.LabelAppliedBy?.User?.Id);
        await Assert.ThrowsAsync<ItemNotFoundException>(() => client.SharePoint().Labels.GetRetentionLabelAsync(File));
        Assert.Equal(
            [201, 200, 200], _scenario.Emulator.Traffic.Of(EmulatorOperation.SetRetentionLabel).Select(entry => entry.StatusCode));
    }

    [Fact]
    public async Task ASensitivityLabel_IsAssignedFoundAndTakenAway()
    {
        await _scenario.Client.SharePoint().Labels.AssignSensitivityLabelAsync(File, "label-1");
        var found = await _scenario.Client.SharePoint().Labels.ExtractSensitivityLabelsAsync(File);
        await _scenario.Client.SharePoint().Labels.AssignSensitivityLabelAsync(File, "");

        Assert.Equal("label-1", Assert.Single(found.Labels).SensitivityLabelId);
        Assert.Empty((await _scenario.Client.SharePoint().Labels.ExtractSensitivityLabelsAsync(File)).Labels);
        var exception = await Assert.ThrowsAsync<OneDriveApiException>(
            () => _personalClient.SharePoint().Labels.AssignSensitivityLabelAsync(File, "label-1"));
        Assert.Equal(HttpStatusCode.NotImplemented, exception.StatusCode);
    }

    [Fact]
    public async Task TheUseOfAnItem_IsToldAsSumsByDayAndOneByOne()
    {
        var today = DateOnly.FromDateTime(DateTime.UnixEpoch);
        await using var scenario = await Scenario.StartAsync(
            options => options.TimeProvider = new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        scenario.Drive.WithFile("/a.txt", [1]);
        var file = DriveAddress.Me.Path("/a.txt");
        await scenario.Client.Content.ReadAsStringAsync(file);
        await scenario.Client.Content.ReadAsStringAsync(file);
        await scenario.Client.Items.UpdateAsync(file, new ItemChanges { Name = "a.txt" });

        var analytics = await scenario.Client.SharePoint().Activity.GetAnalyticsAsync(file);
        var days = await scenario.Client.SharePoint().Activity.ListActivityStatsAsync(
            file, today, today.AddDays(3), ActivityInterval.Day).ToListAsync();
        var week = await scenario.Client.SharePoint().Activity.GetActivityStatAsync(file, AnalyticsPeriod.LastSevenDays);
        var activities = await scenario.Client.SharePoint().Activity.ListActivitiesAsync(file).ToListAsync();

        Assert.Equal((2, 1), (analytics.AllTime?.Access?.ActionCount, analytics.AllTime?.Access?.ActorCount));
        Assert.Equal(1, Assert.Single(days).Edit?.ActionCount);
        Assert.Equal(2, week.Access?.ActionCount);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(1), days[0].EndDateTime);
        Assert.Equal(4, activities.Count);
        Assert.Equal(5, (await scenario.Client.SharePoint().Activity.ListDriveActivitiesAsync(DriveAddress.Me).ToListAsync()).Count);
    }

    private OneDriveClient NoRetries(EmulatorUser user) => _scenario.NewClient(options => options.Retry.Mode = RetryMode.None, user: user);
}
