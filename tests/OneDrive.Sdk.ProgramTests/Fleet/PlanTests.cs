using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.ProgramTests.Fleet;

public sealed class PlanTests
{
    [Fact]
    public async Task PlanAsync_PutsEachFileIntoOneBatch()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", [1]).WithFile("Folder/b.txt", [2]).WithFile("Folder/Deep/c.txt", [3]);

        var summary = await scenario.PlanAsync(filesPerBatch: 2);

        Assert.Equal((3, 2, 3L), (summary.Files, summary.Batches, summary.Bytes));
        Assert.Equal(["a.txt", "Folder/b.txt", "Folder/Deep/c.txt"], (await scenario.FilesAsync()).Select(file => file.Path));
        Assert.Equal(2, scenario.Enqueued);
    }

    [Fact]
    public async Task PlanAsync_WhenItRunsAgain_AddsNewFilesOnly()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", [1]);
        await scenario.PlanAsync();
        scenario.WithFile("b.txt", [2]);

        var summary = await scenario.PlanAsync();

        Assert.Equal(1, summary.Files);
        Assert.Equal(["a.txt", "b.txt"], (await scenario.FilesAsync()).Select(file => file.Path));
        Assert.Equal(0, (await scenario.PlanAsync()).Files);
    }

    [Fact]
    public async Task PlanAsync_OfAFolderWithoutContent_CreatesItOnTheDrive()
    {
        await using var scenario = await FleetScenario.StartAsync();
        Directory.CreateDirectory(Path.Combine(scenario.Source, "Folder/empty"));

        await scenario.PlanAsync();
        await scenario.RunAsync();

        Assert.Equal(["Folder", "Folder/empty"], scenario.Uploaded);
    }

    [Fact]
    public async Task PlanAsync_OfNamesThatDifferInCaseOnly_FailsAllButTheFirst()
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
            return;
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("A.txt", [1]).WithFile("a.txt", [2]);

        var summary = await scenario.PlanAsync();
        await scenario.RunAsync();

        Assert.Equal(1, summary.Failed);
        Assert.Equal(
            [("A.txt", FileState.Sent), ("a.txt", FileState.Failed)],
            (await scenario.FilesAsync()).Select(file => (file.Name, file.State)));
        Assert.Equal(1, (await scenario.StatusAsync()).Copies[0].Failed);
    }

    [Fact]
    public async Task CompareAsync_WhenTheJobOfABatchIsGone_EnqueuesItAgain()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", [1]);
        await scenario.PlanAsync();
        scenario.ForgetJobs();
        await scenario.ChangeBatchAsync(batch => batch.CheckedMs = 0);
        var gone = (await scenario.BatchAsync()).JobId;

        await scenario.LostBatches.CompareAsync(default);

        Assert.NotEqual(gone, (await scenario.BatchAsync()).JobId);
    }

    [Fact]
    public async Task CompareAsync_WhenTheWorkerOfABatchWasLost_EnqueuesItOnceAheadOfThePlannedOnes()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", [1]);
        await scenario.PlanAsync();
        await scenario.ChangeBatchAsync(batch => (batch.Owner, batch.UntilMs, batch.CheckedMs) = ("vm/1/killed", 2, 1));

        await scenario.LostBatches.CompareAsync(default);
        await scenario.LostBatches.CompareAsync(default);

        Assert.Equal(1, scenario.Continued);
    }

    [Fact]
    public async Task CompareAsync_WhileTheWorkerOfABatchHoldsItsLease_EnqueuesNothing()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", [1]);
        await scenario.PlanAsync();
        Assert.NotNull(await scenario.Leases.TryTakeAsync(1, "vm/1/alive", default));

        await scenario.LostBatches.CompareAsync(default);

        Assert.Equal((0, 1), (scenario.Continued, scenario.Enqueued));
    }

    [Fact]
    public async Task CompareAsync_WhenTheJobOfABatchWaits_LeavesItAlone()
    {
        await using var scenario = await FleetScenario.StartAsync();
        scenario.WithFile("a.txt", [1]);
        await scenario.PlanAsync();
        await scenario.ChangeBatchAsync(batch => batch.CheckedMs = 0);
        var waiting = (await scenario.BatchAsync()).JobId;

        await scenario.LostBatches.CompareAsync(default);

        Assert.Equal(waiting, (await scenario.BatchAsync()).JobId);
    }
}
