using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Fleet.Data;
using OneDrive.Sdk.Fleet.Work;

namespace OneDrive.Sdk.ProgramTests.Fleet;

public sealed class BatchTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];

    [Fact]
    public async Task RunAsync_OfABatchThatIsDone_SendsNothing()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", Content);
        await scenario.PlanAsync();
        await scenario.RunAsync();
        scenario.Emulator.Traffic.Clear();

        Assert.Equal("was done", await scenario.RunAsync());

        Assert.Empty(scenario.Emulator.Traffic);
        Assert.True((await scenario.VerifyAsync()).IsComplete);
    }

    [Fact]
    public async Task RunAsync_AfterAWorkerWasLost_LooksForWhatItMayHaveSent()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("sent.txt", Content).WithFile("waits.txt", [1]).WithFile("empty.txt", []);
        await scenario.PlanAsync();
        scenario.Emulator.DefaultUser.Drive.WithFile("sent.txt", Content).WithFile("empty.txt", []);
        await scenario.ChangeBatchAsync(batch => (batch.Fence, batch.Owner, batch.UntilMs) = (1, "lost", 1));

        await scenario.RunAsync();

        Assert.Equal(
            [("empty.txt", FileState.Found), ("sent.txt", FileState.Found), ("waits.txt", FileState.Sent)],
            (await scenario.FilesAsync()).Select(file => (file.Name, file.State)));
        Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.PutContent));
    }

    [Fact]
    public async Task RunAsync_WhenTheServiceKeptTheBeginningOfAFile_ReplacesIt()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", Content);
        await scenario.PlanAsync();
        scenario.Emulator.DefaultUser.Drive.WithFile("a.txt", Content[..300]);
        await scenario.ChangeBatchAsync(batch => (batch.Fence, batch.Owner, batch.UntilMs) = (1, "lost", 1));

        await scenario.RunAsync();

        Assert.Equal(Content, await scenario.Emulator.DefaultUser.Drive.ReadContentAsync("a.txt"));
    }

    [Fact]
    public async Task RunAsync_WhenTheDriveHasAnotherFileWithTheName_KeepsItAndFails()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.Emulator.DefaultUser.Drive.WithFile("a.txt", [9, 9, 9]);
        scenario.WithFile("a.txt", Content).WithFile("b.txt", Content);
        await scenario.PlanAsync();

        Assert.Equal("1 files done, 1 failed", await scenario.RunAsync());

        Assert.Equal([9, 9, 9], await scenario.Emulator.DefaultUser.Drive.ReadContentAsync("a.txt"));
        var failed = (await scenario.FilesAsync())[0];
        Assert.Equal((FileState.Failed, "conflict"), (failed.State, failed.Cause));
        Assert.True((await scenario.BatchAsync()).IsEnded);
    }

    [Fact]
    public async Task RunAsync_OfACopyThatReplaces_ReplacesTheOtherFile()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.Emulator.DefaultUser.Drive.WithFile("a.txt", [9, 9, 9]);
        scenario.WithFile("a.txt", Content);
        await scenario.PlanAsync(replaces: true);

        await scenario.RunAsync();

        Assert.Equal(Content, await scenario.Emulator.DefaultUser.Drive.ReadContentAsync("a.txt"));
    }

    [Fact]
    public async Task RetryAsync_AfterTheCopyWasPlannedAgainWithReplace_ReplacesTheOtherFile()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.Emulator.DefaultUser.Drive.WithFile("a.txt", [9, 9, 9]);
        scenario.WithFile("a.txt", Content);
        await scenario.PlanAsync();
        Assert.Equal("0 files done, 1 failed", await scenario.RunAsync());

        await scenario.PlanAsync(replaces: true);
        await scenario.RetryAsync();
        await scenario.RunAsync();

        Assert.Equal(Content, await scenario.Emulator.DefaultUser.Drive.ReadContentAsync("a.txt"));
    }

    [Fact]
    public async Task RunAsync_WhileAnotherWorkerHoldsTheBatch_DoesNothing()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", Content);
        await scenario.PlanAsync();
        await scenario.Leases.TryTakeAsync(1, "other", default);

        Assert.Equal("another worker has it", await scenario.RunAsync());

        Assert.Empty(scenario.Uploaded);
    }

    [Fact]
    public async Task RunAsync_WhenAFileCannotBeTransferred_TransfersTheOthers()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a:b.txt", Content).WithFile("gone.txt", Content).WithFile("c.txt", Content);
        await scenario.PlanAsync();
        File.Delete(Path.Combine(scenario.Source, "gone.txt"));

        await scenario.RunAsync();

        Assert.Equal(
            [("a:b.txt", "name"), ("c.txt", null), ("gone.txt", "source is gone")],
            (await scenario.FilesAsync()).Select(file => (file.Name, file.Cause)));
        Assert.Equal(["c.txt"], scenario.Uploaded);
        Assert.Equal(2, (await scenario.StatusAsync()).Copies[0].Failed);
        Assert.False((await scenario.VerifyAsync()).IsComplete);
    }

    [Fact]
    public async Task RunAsync_WhenAFileEndedItsWorkerAgainAndAgain_FailsThisFileOnly()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("poison.txt", Content).WithFile("z.txt", Content);
        await scenario.PlanAsync();
        await scenario.ChangeBatchAsync(batch => (batch.Fence, batch.LostCount, batch.Owner, batch.UntilMs) = (9, 5, "lost", 1));
        await scenario.Database.RunAsync(
            async db =>
            {
                db.Files.Single(file => file.Name == "poison.txt").Attempts = BatchRun.MaximumAttempts;
                await db.SaveChangesAsync();
            },
            default);

        await scenario.RunAsync();

        Assert.Equal(
            [("poison.txt", "ends its worker"), ("z.txt", null)],
            (await scenario.FilesAsync()).Select(file => (file.Name, file.Cause)));
    }

    [Fact]
    public async Task RetryAsync_GivesFailedFilesAnotherChance()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.Emulator.DefaultUser.Drive.WithFile("a.txt", [9]);
        scenario.WithFile("a.txt", Content);
        await scenario.PlanAsync();
        await scenario.RunAsync();
        scenario.Emulator.DefaultUser.Drive.Delete("a.txt");

        Assert.Equal((1, 1), await scenario.RetryAsync());
        await scenario.RunAsync();

        var status = (await scenario.StatusAsync()).Copies[0];
        Assert.Equal((1, 0, true), (status.Done, status.Failed, status.IsEnded));
        Assert.True((await scenario.VerifyAsync()).IsComplete);
    }

    [Fact]
    public async Task FlushAsync_AfterAnotherWorkerTookTheBatch_WritesNothing()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", Content);
        await scenario.PlanAsync();
        var files = await scenario.FilesAsync();
        var fence = await scenario.Leases.TryTakeAsync(1, "first", default);
        await using var ledger = new BatchLedger(
            scenario.Database, scenario.Leases, new BatchLease(1, "first", fence!.Value), TimeProvider.System.GetTimestamp(), files);
        await scenario.ChangeBatchAsync(batch => batch.UntilMs = 1);
        Assert.NotNull(await scenario.Leases.TryTakeAsync(1, "second", default));
        ledger.Note(files[0], new FileResult(FileState.Failed, Cause: "late"), 1);

        await Assert.ThrowsAsync<LeaseLostException>(() => ledger.FlushAsync(default));

        Assert.True(ledger.Lost.IsCancellationRequested);
        Assert.Equal(FileState.Waiting, (await scenario.FilesAsync())[0].State);
    }

    [Fact]
    public async Task TryTakeAsync_WhileAnotherWorkerHoldsTheLease_Refuses()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", Content);
        await scenario.PlanAsync();

        var first = await scenario.Leases.TryTakeAsync(1, "first", default);

        Assert.Null(await scenario.Leases.TryTakeAsync(1, "second", default));
        await scenario.Leases.ReleaseAsync(new BatchLease(1, "first", first!.Value), default);
        Assert.Equal(first + 1, await scenario.Leases.TryTakeAsync(1, "second", default));
    }

    [Fact]
    public async Task VerifyAsync_WhenTheDriveHasOtherContent_NamesTheFile()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", Content).WithFile("b.txt", Content);
        await scenario.PlanAsync();
        await scenario.RunAsync();
        scenario.Emulator.DefaultUser.Drive.WithFile("a.txt", [1]).Delete("b.txt");

        var result = await scenario.VerifyAsync();

        Assert.Equal(
            ["a.txt differs: 1000 bytes here, 1 bytes on the drive", "b.txt is missing on the drive"],
            result.Problems.Order(StringComparer.Ordinal));
    }
}
