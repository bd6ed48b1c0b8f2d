using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Batching;

public sealed class BatchClientTests : IAsyncLifetime
{
    private Scenario _scenario = null!;

    public async Task InitializeAsync() => _scenario = await Scenario.StartAsync();

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task SendAsync_CarriesOutEveryStep_InOneRequestForTwenty()
    {
        var batch = new BatchRequest();
        var steps = Enumerable.Range(0, 45).Select(index => batch.CreateFolder(DriveAddress.Me.Root, $"{index:00}")).ToList();

        await _scenario.Client.Batch.SendAsync(batch);

        Assert.Equal(Enumerable.Range(0, 45).Select(index => $"{index:00}"), steps.Select(step => step.Result.Name));
        Assert.Equal(3, _scenario.Emulator.Traffic.Of(EmulatorOperation.Batch).Count);
        Assert.Equal(45, _scenario.Emulator.Traffic.Of(EmulatorOperation.CreateFolder).Count);
    }

    [Fact]
    public async Task Steps_WaitForEachOther_AndDifferentOnesMix()
    {
        _scenario.Drive.WithFile("/a b#.txt", [1]).WithFile("/B/x.txt", [2]);
        var target = await _scenario.Client.Items.GetAsync(DriveAddress.Me.Path("/B"));
        var batch = new BatchRequest();
        var update = batch.Update(DriveAddress.Me.Path("/a b#.txt"), new ItemChanges { Name = "c.txt" });
        var move = batch.Move(DriveAddress.Me.Path("/c.txt"), target.Address).After(update);
        var list = batch.ListChildren(DriveAddress.Me.Path("/B")).After(move);
        var delete = batch.Delete(DriveAddress.Me.Path("/B/x.txt")).After(list);

        await _scenario.Client.Batch.SendAsync(batch);

        Assert.Equal("c.txt", move.Result.Name);
        Assert.Equal(["c.txt", "x.txt"], list.Result.Items.Select(item => item.Name));
        delete.EnsureSuccess();
        Assert.Null(_scenario.Drive.FindItem("/B/x.txt"));
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.Batch));
    }

    [Fact]
    public async Task AStepThatFails_LeavesTheOthersAlone_AndTakesThoseThatWaitForItAlong()
    {
        _scenario.Drive.WithFile("/a.txt", [1]);
        var batch = new BatchRequest();
        var missing = batch.Get(DriveAddress.Me.Path("/missing.txt"));
        var waiting = batch.Delete(DriveAddress.Me.Path("/a.txt")).After(missing);
        var free = new BatchRequest();
        var good = free.Get(DriveAddress.Me.Path("/a.txt"));
        var bad = free.Get(DriveAddress.Me.Path("/missing.txt"));

        await _scenario.Client.Batch.SendAsync(batch);
        await _scenario.Client.Batch.SendAsync(free);

        Assert.IsType<ItemNotFoundException>(missing.Error);
        Assert.Equal(424, (int)Assert.IsType<OneDriveApiException>(waiting.Error).StatusCode);
        Assert.NotNull(_scenario.Drive.FindItem("/a.txt"));
        Assert.Equal("a.txt", good.Result.Name);
        Assert.Throws<ItemNotFoundException>(() => bad.Result);
    }

    [Fact]
    public async Task ThrottledAndBrokenSteps_GoAgain_UntilAllAreDone()
    {
        for (var index = 0; index < 20; index++)
        {
            _scenario.Drive.WithFile($"/{index:00}.txt", [1]);
        }

        _scenario.Emulator.Faults
            .Add(Fault.Throttle(TimeSpan.FromMilliseconds(30), RetryAfterForm.DecimalSeconds).On(EmulatorOperation.GetItem).Times(7))
            .Add(Fault.LoseAcknowledgement().On(EmulatorOperation.DeleteItem).Times(3));
        var batch = new BatchRequest();
        var reads = Enumerable.Range(0, 10).Select(index => batch.Get(DriveAddress.Me.Path($"/{index:00}.txt"))).ToList();
        var deletes = Enumerable.Range(10, 10).Select(index => batch.Delete(DriveAddress.Me.Path($"/{index:00}.txt"))).ToList();

        await _scenario.Client.Batch.SendAsync(batch);

        Assert.All(reads, read => Assert.NotNull(read.Result.Id));
        deletes.ForEach(delete => delete.EnsureSuccess());
        Assert.Equal(17, _scenario.Emulator.Traffic.Of(EmulatorOperation.GetItem).Count);
        Assert.Equal(13, _scenario.Emulator.Traffic.Of(EmulatorOperation.DeleteItem).Count);
    }

    [Fact]
    public async Task ABatchOfReads_SurvivesALostConnection_AndOneThatCreatesIsNotRepeated()
    {
        _scenario.Drive.WithFile("/a.txt", [1]);
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.Batch).Times(2));
        var reads = new BatchRequest();
        var read = reads.Get(DriveAddress.Me.Path("/a.txt"));
        await _scenario.Client.Batch.SendAsync(reads);
        Assert.NotNull(read.Result.Id);

        _scenario.Emulator.Faults.Clear();
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.Batch));
        var creates = new BatchRequest();
        creates.CreateFolder(DriveAddress.Me.Root, "New");

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => _scenario.Client.Batch.SendAsync(creates));
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.CreateFolder));
    }

    [Fact]
    public async Task RequestsToOtherEndpoints_TravelWithTheOthers()
    {
        _scenario.Drive.WithFile("/Folder/a.txt", [1]);
        var batch = new BatchRequest();
        var item = batch.Add(new OneDriveRequest<DriveItem>
        {
            Path = RequestPath.Of(DriveAddress.Me.Path("/Folder/a.txt")),
            Answer = ModelConverter<DriveItem>.TypeInfo,
        });
        var children = batch.AddList(new OneDriveRequest<DriveItem>
        {
            Path = RequestPath.Of(DriveAddress.Me.Path("/Folder"), "children"),
            Answer = ModelConverter<DriveItem>.TypeInfo,
        });
        var deleted = batch.Add(new OneDriveRequest
        {
            Method = HttpMethod.Delete,
            Path = RequestPath.Of(DriveAddress.Me.Path("/Folder/a.txt")),
        }).After(children);

        await _scenario.Client.Batch.SendAsync(batch);

        Assert.Equal("a.txt", item.Result.Name);
        Assert.Equal(["a.txt"], children.Result.Items.Select(child => child.Name));
        Assert.True(deleted.IsSuccess);
        Assert.Empty(await _scenario.Client.Items.ListChildrenAsync(DriveAddress.Me.Path("/Folder")).ToListAsync());
    }
}
