using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.ScenarioTests.Changes;

public sealed class ChangesClientTests : IAsyncLifetime
{
    private static readonly ItemAddress Root = DriveAddress.Me.Root;

    private Scenario _scenario = null!;

    private IChangesClient Changes => _scenario.Client.Changes;

    public async Task InitializeAsync() => _scenario = await Scenario.StartAsync(options => options.PageSize = 10);

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task ReadAsync_FromTheBeginning_ListsEverythingOnce_AndEndsWithACheckpoint()
    {
        for (var index = 0; index < 25; index++)
        {
            _scenario.Drive.WithFile($"/Many/{index:00}.txt", [(byte)index]);
        }

        var pages = await ReadAsync();

        var names = pages.SelectMany(page => page.Items).Select(item => item.Name).ToList();
        Assert.Equal(Enumerable.Range(0, 25).Select(index => $"{index:00}.txt").Prepend("Many").Prepend("root"), names);
        Assert.Equal([false, false, true], pages.Select(page => page.IsLast));
        Assert.All(pages.SelectMany(page => page.Items), item => Assert.Null(item.ParentReference?.Path));
        Assert.Empty((await ReadAsync(pages[^1].Checkpoint)).SelectMany(page => page.Items));
    }

    [Fact]
    public async Task ReadAsync_AfterACrashBetweenPages_GoesOnAndMissesNothing()
    {
        for (var index = 0; index < 35; index++)
        {
            _scenario.Drive.WithFile($"/{index:00}.txt", [(byte)index]);
        }

        var seen = new List<string?>();
        var stored = "";
        await foreach (var page in Changes.ReadAsync(Root))
        {
            seen.AddRange(page.Items.Select(item => item.Name));
            stored = page.Checkpoint.Value;
            break;
        }

        _scenario.Drive.WithFile("/while the reader was down.txt", [1]);
        using var other = _scenario.NewClient();
        await foreach (var page in other.Changes.ReadAsync(Root, new DeltaCheckpoint(stored)))
        {
            seen.AddRange(page.Items.Select(item => item.Name));
        }

        Assert.Equal(37, seen.Distinct().Count());
        Assert.Contains("while the reader was down.txt", seen);
    }

    [Fact]
    public async Task ReadAsync_SinceACheckpoint_TellsOfNewChangedMovedAndDeletedItems()
    {
        _scenario.Drive.WithFile("/A/changed.txt", [1]).WithFile("/A/moved.txt", [1]).WithFile("/B/gone/deep.txt", [1]);
        var gone = _scenario.Drive.FindItem("/B/gone")!;
        var since = await Changes.GetLatestCheckpointAsync(Root);
        _scenario.Drive.WithFile("/A/changed.txt", [1, 2]).WithFile("/B/new.txt", [3]);
        await _scenario.Client.Items.MoveAsync(
            DriveAddress.Me.Path("/A/moved.txt"), DriveAddress.Me.Path("/B"), new MoveItemOptions { NewName = "was moved.txt" });
        await _scenario.Client.Items.DeleteAsync(DriveAddress.Me.Path("/B/gone"));

        var items = (await ReadAsync(since, new() { ExcludeParents = true })).SelectMany(page => page.Items).ToList();

        Assert.Equal(
            ["changed.txt", "new.txt", "was moved.txt"], items.Where(item => item.Deleted is null).Select(item => item.Name));
        var deleted = items.Where(item => item.Deleted is not null).ToList();
        Assert.Equal(gone.Id, deleted[0].Id);
        Assert.Equal(2, deleted.Count);
        Assert.Equal(_scenario.Drive.FindItem("/B")!.Id, items.Single(item => item.Name == "was moved.txt").ParentReference?.Id);
    }

    [Fact]
    public async Task ReadAsync_TellsOfTheFoldersAbove_UnlessTheyAreExcluded()
    {
        _scenario.Drive.WithFile("/A/B/c.txt", [1]);
        var since = await Changes.GetLatestCheckpointAsync(Root);
        _scenario.Drive.WithFile("/A/B/c.txt", [1, 2]);

        var with = (await ReadAsync(since)).SelectMany(page => page.Items).Select(item => item.Name);
        var without = (await ReadAsync(since, new() { ExcludeParents = true })).SelectMany(page => page.Items).Select(item => item.Name);

        Assert.Equal(["root", "A", "B", "c.txt"], with);
        Assert.Equal(["c.txt"], without);
    }

    [Fact]
    public async Task ReadAsync_OfAFolder_TellsOfWhatIsInItOnly_AndOfWhatLeavesIt()
    {
        _scenario.Drive.WithFile("/In/a.txt", [1]).WithFile("/In/Sub/b.txt", [1]).WithFolder("/Out");
        var folder = DriveAddress.Me.Path("/In");
        var first = await ReadAsync(folder: folder);
        Assert.Equal(["In", "a.txt", "Sub", "b.txt"], first.SelectMany(page => page.Items).Select(item => item.Name));

        _scenario.Drive.WithFile("/Out/x.txt", [1]).WithFile("/In/c.txt", [1]);
        await _scenario.Client.Items.MoveAsync(DriveAddress.Me.Path("/In/Sub"), DriveAddress.Me.Path("/Out"));
        var second = (await ReadAsync(first[^1].Checkpoint, new() { ExcludeParents = true }, folder))
            .SelectMany(page => page.Items)
            .ToList();

        Assert.Equal("c.txt", Assert.Single(second, item => item.Deleted is null).Name);
        Assert.Equal(2, second.Count(item => item.Deleted is not null));
    }

    [Fact]
    public async Task ReadAsync_SinceATime_ListsWhatChangedAfterIt_OnBusinessDrives()
    {
        var clock = new ManualTimeProvider();
        await using var scenario = await Scenario.StartAsync(options => options.TimeProvider = clock);
        scenario.Drive.WithFile("/old.txt", [1]);
        clock.Advance(TimeSpan.FromMinutes(5));
        var time = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(5));
        scenario.Drive.WithFile("/new.txt", [1]);

        var names = new List<string?>();
        await foreach (var page in scenario.Client.Changes.ReadAsync(
            Root, options: new() { ChangedAfter = time, ExcludeParents = true }))
        {
            names.AddRange(page.Items.Select(item => item.Name));
        }

        Assert.Equal(["new.txt"], names);
    }

    [Fact]
    public async Task ReadAsync_SinceATime_IsRefusedByPersonalDrives()
    {
        var personal = _scenario.Emulator.AddUser(user => user.DriveType = EmulatorDriveType.Personal);
        using var client = new OneDriveClient(
            new DelegateTokenProvider((_, _) => ValueTask.FromResult(
                new AccessToken(_scenario.Emulator.IssueAccessToken(personal), DateTimeOffset.MaxValue))),
            new OneDriveOptions { Cloud = OneDriveCloud.Custom(_scenario.Emulator.Endpoint, _scenario.Emulator.Endpoint) });

        var exception = await Assert.ThrowsAsync<OneDriveApiException>(async () =>
        {
            await foreach (var page in client.Changes.ReadAsync(Root, options: new() { ChangedAfter = DateTimeOffset.UnixEpoch }))
            {
                Assert.Fail($"A page came: {page.Items.Count} items.");
            }
        });

        Assert.Equal("invalidRequest", exception.ErrorCode);
    }

    [Theory]
    [InlineData(DeltaResync.ApplyDifferences, ResyncReconciliation.ApplyDifferences)]
    [InlineData(DeltaResync.UploadDifferences, ResyncReconciliation.UploadDifferences)]
    public async Task ReadAsync_WhenTheTokenIsForgotten_RestartsFromWhereTheExceptionSays(DeltaResync fault, ResyncReconciliation expected)
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFile("/b.txt", [1]);
        var since = await Changes.GetLatestCheckpointAsync(Root);
        await _scenario.Client.Items.DeleteAsync(DriveAddress.Me.Path("/b.txt"));
        _scenario.Emulator.Faults.Add(Fault.ExpireDeltaToken(fault));

        var exception = await Assert.ThrowsAsync<ResyncRequiredException>(() => ReadAsync(since));
        var names = (await ReadAsync(exception.Restart)).SelectMany(page => page.Items).Select(item => item.Name);

        Assert.Equal(expected, exception.Reconciliation);
        Assert.Equal(["root", "a.txt"], names);
    }

    [Fact]
    public async Task ReadAsync_WhenThePagesAreThrottledBrokenAndGarbled_DeliversEachOnce()
    {
        for (var index = 0; index < 25; index++)
        {
            _scenario.Drive.WithFile($"/{index:00}.txt", [(byte)index]);
        }

        _scenario.Emulator.Faults
            .Add(Fault.Throttle(TimeSpan.FromMilliseconds(50), RetryAfterForm.DecimalSeconds).On(EmulatorOperation.ReadChanges))
            .Add(Fault.DropConnectionAfterResponseBytes(100).On(EmulatorOperation.ReadChanges).After(2))
            .Add(Fault.Status(503).On(EmulatorOperation.ReadChanges).After(4));

        var names = (await ReadAsync()).SelectMany(page => page.Items).Select(item => item.Name).ToList();

        Assert.Equal(26, names.Count);
        Assert.Equal(26, names.Distinct().Count());
        Assert.Equal(3, _scenario.Emulator.Traffic.Of(EmulatorOperation.ReadChanges).Count(entry => entry.Fault is not null));
    }

    [Fact]
    public async Task ReadAsync_WithSharingChanges_SendsWhatTheServiceInsistsOn()
    {
        _scenario.Drive.WithFile("/a.txt", [1]);

        var items = (await ReadAsync(options: new() { ShowSharingChanges = true, HierarchicalSharing = true }))
            .SelectMany(page => page.Items);

        Assert.Equal(2, items.Count());
    }

    [Fact]
    public async Task ReadAsync_OfALibrary_ComesWithSizeAndWithoutTheNameOfWhatIsGone()
    {
        _scenario.Drive.WithFile("/a.txt", [1]);
        var since = await Changes.GetLatestCheckpointAsync(Root);
        await _scenario.Client.Items.DeleteAsync(DriveAddress.Me.Path("/a.txt"));

        var gone = (await ReadAsync(since, new() { ExcludeParents = true })).SelectMany(page => page.Items).Single();

        Assert.Equal((null, null, "deleted"), (gone.Name, gone.CTag, gone.Deleted!.State));
    }

    private async Task<List<ChangePage>> ReadAsync(
        DeltaCheckpoint? since = null, ReadChangesOptions? options = null, ItemAddress? folder = null)
    {
        var pages = new List<ChangePage>();
        await foreach (var page in Changes.ReadAsync(folder ?? Root, since, options))
        {
            pages.Add(page);
        }

        return pages;
    }
}
