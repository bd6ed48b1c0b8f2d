using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Operations;

public sealed class CopyTests : IAsyncLifetime
{
    private Scenario _scenario = null!;

    private IItemsClient Items => _scenario.Client.Items;

    public async Task InitializeAsync() => _scenario = await Scenario.StartAsync(options => options.CopyPolls = 0);

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    [Fact]
    public async Task WaitAsync_OfAFolder_GivesTheCopyWithEverythingInIt()
    {
        _scenario.Drive.WithFile("/A/B/c.txt", [1, 2, 3]).WithFolder("/Target");

        var operation = await Items.StartCopyAsync(
            DriveAddress.Me.Path("/A"), DriveAddress.Me.Path("/Target"), new CopyItemOptions { NewName = "A copy" });
        var copy = await operation.WaitAsync();

        Assert.Equal("A copy", copy.Name);
        Assert.Equal([1, 2, 3], await _scenario.Drive.ReadContentAsync("/Target/A copy/B/c.txt"));
        Assert.Equal([1, 2, 3], await _scenario.Drive.ReadContentAsync("/A/B/c.txt"));
    }

    [Fact]
    public async Task WaitAsync_AcrossDrives_GivesTheCopy()
    {
        _scenario.Drive.WithFile("/a.txt", [1]);
        var library = _scenario.Emulator.DefaultGroup.Drive;

        var operation = await Items.StartCopyAsync(DriveAddress.Me.Path("/a.txt"), DriveAddress.ById(library.Id).Root);
        var copy = await operation.WaitAsync();

        Assert.Equal(library.Id, copy.ParentReference?.DriveId);
        Assert.Equal([1], await library.ReadContentAsync("/a.txt"));
        Assert.Equal(202, Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.GetCopyStatus)).StatusCode);
    }

    [Fact]
    public async Task WaitAsync_WhenTheMonitorRedirectsToTheCopy_GivesItWithTheToken()
    {
        var personal = _scenario.Emulator.AddUser(options => options.DriveType = EmulatorDriveType.Personal);
        personal.WithFile("/a.txt", [1]).WithFolder("/B");
        using var client = _scenario.NewClient(user: personal);

        var operation = await client.Items.StartCopyAsync(DriveAddress.Me.Path("/a.txt"), DriveAddress.Me.Path("/B"));
        var copy = await operation.WaitAsync();

        Assert.Equal("a.txt", copy.Name);
        Assert.Equal([1], await personal.Drive.ReadContentAsync("/B/a.txt"));
        var poll = Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.GetCopyStatus));
        Assert.Equal((303, false), (poll.StatusCode, poll.HasAuthorization));
    }

    [Fact]
    public async Task WaitAsync_TellsProgress_AndSendsNoTokenToTheMonitor()
    {
        await using var scenario = await Scenario.StartAsync(options => options.CopyPolls = 3);
        scenario.Drive.WithFile("/a.txt", [1]).WithFolder("/B");
        var told = new List<double?>();

        var operation = await scenario.Client.Items.StartCopyAsync(DriveAddress.Me.Path("/a.txt"), DriveAddress.Me.Path("/B"));
        await operation.WaitAsync(new Told(told));

        Assert.Equal([25.0, 50.0, 75.0, 100.0], told);
        var polls = scenario.Emulator.Traffic.Of(EmulatorOperation.GetCopyStatus);
        Assert.Equal(4, polls.Count);
        Assert.All(polls, poll => Assert.False(poll.HasAuthorization));
        Assert.All(polls, poll => Assert.DoesNotContain(operation.MonitorUrl.Split('/')[^1], poll.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ResumeCopy_InAnotherProcess_GoesOnWaiting()
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFolder("/B");
        var stored = (await Items.StartCopyAsync(DriveAddress.Me.Path("/a.txt"), DriveAddress.Me.Path("/B"))).MonitorUrl;

        using var other = _scenario.NewClient();
        var copy = await other.Items.ResumeCopy(stored, DriveAddress.Me).WaitAsync();

        Assert.Equal(_scenario.Drive.FindItem("/B/a.txt")!.Id, copy.Id);
    }

    [Fact]
    public async Task WaitAsync_WhenTheMonitorIsThrottledAndBreaks_StillGivesTheCopy()
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFolder("/B");
        _scenario.Emulator.Faults
            .Add(Fault.Throttle(TimeSpan.FromMilliseconds(20), RetryAfterForm.DecimalSeconds).On(EmulatorOperation.GetCopyStatus))
            .Add(Fault.DropConnection().On(EmulatorOperation.GetCopyStatus).After(1))
            .Add(Fault.Status(503).On(EmulatorOperation.GetCopyStatus).After(2));

        var operation = await Items.StartCopyAsync(DriveAddress.Me.Path("/a.txt"), DriveAddress.Me.Path("/B"));
        var copy = await operation.WaitAsync();

        Assert.Equal("a.txt", copy.Name);
        Assert.Equal(4, _scenario.Emulator.Traffic.Of(EmulatorOperation.GetCopyStatus).Count);
    }

    [Fact]
    public async Task StartCopyAsync_WhenTheAnswerIsLost_IsNotRepeated()
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFolder("/B");
        _scenario.Emulator.Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.StartCopy));

        await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => Items.StartCopyAsync(DriveAddress.Me.Path("/a.txt"), DriveAddress.Me.Path("/B")));

        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.StartCopy));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(ConflictBehavior.Fail, null)]
    [InlineData(ConflictBehavior.Rename, "a 1.txt")]
    [InlineData(ConflictBehavior.Replace, "a.txt")]
    public async Task WaitAsync_WhenTheNameIsTaken_DoesWhatWasAsked(ConflictBehavior? conflict, string? expected)
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFile("/B/a.txt", [2]);
        var operation = await Items.StartCopyAsync(
            DriveAddress.Me.Path("/a.txt"), DriveAddress.Me.Path("/B"), new CopyItemOptions { Conflict = conflict });

        if (expected is null)
        {
            var exception = await Assert.ThrowsAsync<CopyFailedException>(() => operation.WaitAsync());
            Assert.Equal("nameAlreadyExists", exception.ErrorCode);
            Assert.Equal([2], await _scenario.Drive.ReadContentAsync("/B/a.txt"));
        }
        else
        {
            Assert.Equal(expected, (await operation.WaitAsync()).Name);
        }
    }

    [Fact]
    public async Task WaitAsync_OfTheChildrenOfTheRoot_GivesTheFolder_OrTellsWhatCouldNotBeCopied()
    {
        _scenario.Drive.WithFile("/a.txt", [1]).WithFile("/b.txt", [2]);
        var library = _scenario.Emulator.DefaultGroup.Drive.WithFolder("/Target");
        var target = DriveAddress.ById(library.Id).Path("/Target");
        var options = new CopyItemOptions { ChildrenOnly = true };

        var folder = await (await Items.StartCopyAsync(DriveAddress.Me.Root, target, options)).WaitAsync();
        var again = await Items.StartCopyAsync(DriveAddress.Me.Root, target, options);
        var exception = await Assert.ThrowsAsync<CopyFailedException>(() => again.WaitAsync());

        Assert.Equal("Target", folder.Name);
        Assert.Equal([2], await library.ReadContentAsync("/Target/b.txt"));
        Assert.Equal(
            [_scenario.Drive.FindItem("/a.txt")!.Id, _scenario.Drive.FindItem("/b.txt")!.Id],
            exception.Details.Select(detail => detail.Target));
    }

    [Fact]
    public async Task StartCopyAsync_OfTheRootItself_IsRefusedInTheWordsOfTheService()
    {
        _scenario.Drive.WithFolder("/B");

        var exception = await Assert.ThrowsAsync<OneDriveApiException>(
            () => Items.StartCopyAsync(DriveAddress.Me.Root, DriveAddress.Me.Path("/B")));

        Assert.Contains("Cannot copy the root folder.", exception.Message, StringComparison.Ordinal);
    }

    private sealed class Told(List<double?> percentages) : IProgress<AsyncJobStatus>
    {
        public void Report(AsyncJobStatus value) => percentages.Add(value.PercentageComplete);
    }
}
