using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Items;

public sealed class ItemsClientTests : IAsyncLifetime
{
    private Scenario _scenario = null!;

    private IItemsClient Items => _scenario.Client.Items;

    public async Task InitializeAsync() => _scenario = await Scenario.StartAsync(options => options.PageSize = 10);

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task GetAsync_OfAFile_TellsWhatTheServiceKnows()
    {
        _scenario.Drive.WithFile("/Reports/2026 Q1 #100%+'ü😀.txt", "hello"u8.ToArray());

        var item = await Items.GetAsync(DriveAddress.Me.Path("/Reports/2026 Q1 #100%+'ü😀.txt"));

        Assert.Equal("2026 Q1 #100%+'ü😀.txt", item.Name);
        Assert.Equal(5, item.Size);
        Assert.NotNull(item.File?.Hashes?.QuickXorHash);
        Assert.NotNull(item.ETag);
        var again = await Items.GetAsync(item.Address!);
        Assert.Equal(item.Id, again.Id);
    }

    [Fact]
    public async Task GetAsync_SendsSelectAndReturnsOnlyThat()
    {
        _scenario.Drive.WithFile("/a.txt", "hello"u8.ToArray());

        var item = await Items.GetAsync(DriveAddress.Me.Path("/a.txt"), new GetItemOptions { Select = ["id", "size"] });

        Assert.Equal(5, item.Size);
        Assert.Null(item.Name);
    }

    [Fact]
    public async Task GetAsync_OfNothing_IsItemNotFound()
    {
        var exception = await Assert.ThrowsAsync<ItemNotFoundException>(() => Items.GetAsync(DriveAddress.Me.Path("/no/such.txt")));

        Assert.Equal("itemNotFound", exception.ErrorCode);
        Assert.NotNull(exception.RequestId);
        Assert.StartsWith("GET me/drive/root:/no/such.txt: 404 itemNotFound", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_OfNothing_IsNull() => Assert.Null(await Items.FindAsync(DriveAddress.Me.Path("/no/such.txt")));

    [Fact]
    public async Task ListChildrenAsync_FollowsEveryPage()
    {
        for (var index = 0; index < 25; index++)
        {
            _scenario.Drive.WithFile($"/Many/{index:00}.txt", [(byte)index]);
        }

        var names = new List<string>();
        await foreach (
            var item in Items.ListChildrenAsync(DriveAddress.Me.Path("/Many"), new ListChildrenOptions { OrderBy = "name desc" }))
        {
            names.Add(item.Name!);
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(index => $"{24 - index:00}.txt"), names);
        Assert.Equal(3, _scenario.Emulator.Traffic.Of(EmulatorOperation.ListChildren).Count);
    }

    [Fact]
    public async Task ListChildrenAsync_GoesOnFromAPagesToken()
    {
        for (var index = 0; index < 12; index++)
        {
            _scenario.Drive.WithFile($"/Many/{index:00}.txt", [(byte)index]);
        }

        var list = Items.ListChildrenAsync(DriveAddress.Me.Path("/Many"), new ListChildrenOptions { PageSize = 5, OrderBy = "name" });
        string? token = null;
        await foreach (var page in list.AsPagesAsync())
        {
            Assert.Equal(5, page.Items.Count);
            token = page.ContinuationToken;
            break;
        }

        var rest = new List<string>();
        await foreach (var page in list.AsPagesAsync(token))
        {
            rest.AddRange(page.Items.Select(item => item.Name!));
        }

        Assert.Equal(Enumerable.Range(5, 7).Select(index => $"{index:00}.txt"), rest);
    }

    [Fact]
    public async Task ListChildrenAsync_WithATokenOfAnotherPlace_DoesNotFollowIt()
    {
        var pages = Items.ListChildrenAsync(DriveAddress.Me.Root).AsPagesAsync(
            "https://evil.example/v1.0/me/drive/root/children?$skiptoken=x");

        await Assert.ThrowsAsync<OneDriveConnectionException>(async () =>
        {
            await foreach (var page in pages)
            {
                Assert.Fail($"A page came: {page.Items.Count} items.");
            }
        });
        Assert.Empty(_scenario.Emulator.Traffic.Of(EmulatorOperation.ListChildren));
    }

    [Theory]
    [InlineData(ConflictBehavior.Fail, null)]
    [InlineData(ConflictBehavior.Rename, "New 1")]
    [InlineData(ConflictBehavior.Replace, "New")]
    public async Task CreateFolderAsync_DoesOnAConflictWhatWasAsked(ConflictBehavior conflict, string? expected)
    {
        _scenario.Drive.WithFolder("/New");
        var create = () => Items.CreateFolderAsync(DriveAddress.Me.Root, "New", new CreateFolderOptions { Conflict = conflict });

        if (expected is null)
        {
            var exception = await Assert.ThrowsAsync<ItemConflictException>(create);
            Assert.Equal("nameAlreadyExists", exception.ErrorCode);
        }
        else
        {
            Assert.Equal(expected, (await create()).Name);
        }
    }

    [Fact]
    public async Task EnsureFolderAsync_CreatesWhatIsMissing_AndIsTheSameTheSecondTime()
    {
        _scenario.Drive.WithFolder("/A");

        var first = await Items.EnsureFolderAsync(DriveAddress.Me.Path("/A/B/C#1"));
        var second = await Items.EnsureFolderAsync(DriveAddress.Me.Path("/A/B/C#1"));

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(2, _scenario.Emulator.Traffic.Of(EmulatorOperation.CreateFolder).Count);
    }

    [Fact]
    public async Task EnsureFolderAsync_ByManyAtOnce_MakesOneFolder()
    {
        var folders = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Items.EnsureFolderAsync(DriveAddress.Me.Path("/X/Y/Z"))));

        Assert.Single(folders.Select(folder => folder.Id).Distinct());
    }

    [Fact]
    public async Task EnsureFolderAsync_WhenTheAnswerIsLost_FindsWhatItMade()
    {
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.CreateFolder).Times(1));

        var folder = await Items.EnsureFolderAsync(DriveAddress.Me.Path("/Lost"));

        Assert.Equal("Lost", folder.Name);
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.CreateFolder));
    }

    [Fact]
    public async Task EnsureFolderAsync_WhereAFileStands_IsAConflict()
    {
        _scenario.Drive.WithFile("/thing", [1]);

        await Assert.ThrowsAsync<ItemConflictException>(() => Items.EnsureFolderAsync(DriveAddress.Me.Path("/thing")));
        await Assert.ThrowsAsync<ItemConflictException>(() => Items.EnsureFolderAsync(DriveAddress.Me.Path("/thing/below")));
    }

    [Fact]
    public async Task UpdateAsync_RenamesAndSetsTimes_AndKeepsTheRest()
    {
        _scenario.Drive.WithFile("/old.txt", "hello"u8.ToArray());
        var time = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);

        var item = await Items.UpdateAsync(
            DriveAddress.Me.Path("/old.txt"), new ItemChanges { Name = "new.txt", Times = new FileSystemTimes { LastModified = time } });

        Assert.Equal("new.txt", item.Name);
        Assert.Equal(time, item.FileSystemInfo?.LastModifiedDateTime);
        Assert.Equal("hello"u8.ToArray(), await _scenario.Drive.ReadContentAsync("/new.txt"));
    }

    [Fact]
    public async Task UpdateAsync_OfAChangedItem_FailsOnItsCondition()
    {
        _scenario.Drive.WithFile("/a.txt", [1]);
        var before = await Items.GetAsync(DriveAddress.Me.Path("/a.txt"));
        await Items.UpdateAsync(before.Address!, new ItemChanges { Name = "b.txt" });

        await Assert.ThrowsAsync<PreconditionFailedException>(
            () => Items.UpdateAsync(before.Address!, new ItemChanges { Name = "c.txt" }, new UpdateItemOptions { IfMatch = before.ETag }));
    }

    [Fact]
    public async Task UpdateAsync_OfNothing_IsRefusedBeforeAnyRequest()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Items.UpdateAsync(DriveAddress.Me.Path("/a"), new ItemChanges()));
        await Assert.ThrowsAsync<ArgumentException>(() => Items.UpdateAsync(DriveAddress.Me.Path("/a"), new ItemChanges { Name = "a/b" }));

        Assert.Empty(_scenario.Emulator.Traffic);
    }

    [Fact]
    public async Task MoveAsync_ToAPath_GivesTheItemANewPlaceAndName()
    {
        _scenario.Drive.WithFile("/a.txt", [7]).WithFolder("/Archive");

        var item = await Items.MoveAsync(
            DriveAddress.Me.Path("/a.txt"), DriveAddress.Me.Path("/Archive"), new MoveItemOptions { NewName = "b.txt" });

        Assert.Equal("b.txt", item.Name);
        Assert.Equal([7], await _scenario.Drive.ReadContentAsync("/Archive/b.txt"));
        Assert.Null(_scenario.Drive.FindItem("/a.txt"));
    }

    [Fact]
    public async Task MoveAsync_ToTheRoot_SendsTheRootsRealId()
    {
        _scenario.Drive.WithFile("/Archive/a.txt", [7]);

        await Items.MoveAsync(DriveAddress.Me.Path("/Archive/a.txt"), DriveAddress.Me.Root);

        Assert.NotNull(_scenario.Drive.FindItem("/a.txt"));
    }

    [Fact]
    public async Task MoveAsync_ToAnotherDrive_IsRefusedBeforeAnyRequest()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => Items.MoveAsync(DriveAddress.ById("a").Item("1"), DriveAddress.ById("b").Item("2")));

        Assert.Empty(_scenario.Emulator.Traffic);
    }

    [Fact]
    public async Task DeleteAsync_RemovesTheItem()
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFile("/b.txt", [1]);

        await Items.DeleteAsync(DriveAddress.Me.Path("/a.txt"));
        await Items.DeleteAsync(DriveAddress.Me.Path("/b.txt"), new DeleteItemOptions { Permanently = true });

        Assert.Null(_scenario.Drive.FindItem("/a.txt"));
        Assert.Null(_scenario.Drive.FindItem("/b.txt"));
        await Assert.ThrowsAsync<ItemNotFoundException>(() => Items.DeleteAsync(DriveAddress.Me.Path("/a.txt")));
    }

    [Fact]
    public async Task DeleteAsync_WhenTheAnswerIsLost_IsDoneAndNotAnError()
    {
        _scenario.Drive.WithFile("/a.txt", [1]);
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.DeleteItem).Times(1));

        await Items.DeleteAsync(DriveAddress.Me.Path("/a.txt"));

        Assert.Equal(2, _scenario.Emulator.Traffic.Of(EmulatorOperation.DeleteItem).Count);
    }

    [Theory]
    [InlineData(RetryAfterForm.Seconds, 1)]
    [InlineData(RetryAfterForm.DecimalSeconds, 0.4)]
    [InlineData(RetryAfterForm.HttpDate, 2)]
    public async Task AThrottledCall_WaitsAtLeastWhatTheServiceAsks(RetryAfterForm form, double seconds)
    {
        _scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(seconds), form).On(EmulatorOperation.GetItem).Times(1));

        await Items.GetAsync(DriveAddress.Me.Root);

        var traffic = _scenario.Emulator.Traffic.Of(EmulatorOperation.GetItem);
        Assert.Equal([429, 200], traffic.Select(entry => entry.StatusCode));

        // An HTTP date has whole seconds: the instant named may be up to one second nearer than the asked time.
        var atLeast = form is RetryAfterForm.HttpDate ? seconds - 1 : seconds;
        Assert.True(traffic[1].Time - traffic[0].Time >= TimeSpan.FromSeconds(atLeast));
    }
}
