using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/batches.md, run against the emulator.</summary>
public sealed class BatchSnippets
{
    [Fact]
    public async Task Batch_DoesEveryStep()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("/draft.txt", [1]).WithFile("/old.txt", [2]);
        var client = scenario.Client;

        // begin: batch
        var batch = new BatchRequest();
        var renamed = batch.Update(DriveAddress.Me.Path("/draft.txt"), new ItemChanges { Name = "final.txt" });
        var deleted = batch.Delete(DriveAddress.Me.Path("/old.txt")).After(renamed);

        await client.Batch.SendAsync(batch);

        Console.WriteLine(renamed.Result.Name);
        deleted.EnsureSuccess();

        // end
        Assert.NotNull(scenario.Drive.FindItem("/final.txt"));
        Assert.Null(scenario.Drive.FindItem("/old.txt"));
    }
}
