using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/delta.md, run against the emulator.</summary>
public sealed class DeltaSnippets
{
    [Fact]
    public async Task Read_AppliesEveryPageAndStoresItsCheckpoint()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("/a.txt", [1]);
        var client = scenario.Client;
        var copy = new Dictionary<string, DriveItem>();
        string? stored = null;

        // begin: read changes
        var since = stored is null ? (DeltaCheckpoint?)null : new DeltaCheckpoint(stored);
        await foreach (var page in client.Changes.ReadAsync(DriveAddress.Me.Root, since))
        {
            foreach (var item in page.Items)
            {
                if (item.Deleted is null)
                    copy[item.Id!] = item;
                else
                    copy.Remove(item.Id!);
            }

            stored = page.Checkpoint.Value;
        }

        // end
        Assert.NotNull(stored);
        Assert.Equal(["root", "a.txt"], copy.Values.Select(item => item.Name));
    }

    [Fact]
    public async Task Resync_ListsEverythingAgain()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("/a.txt", [1]);
        var client = scenario.Client;
        var applied = 0;
        var since = await client.Changes.GetLatestCheckpointAsync(DriveAddress.Me.Root);
        scenario.Emulator.Faults.Add(Fault.ExpireDeltaToken());
        Task ApplyAsync(ChangePage page) => Task.FromResult(applied += page.Items.Count);

        // begin: resync
        try
        {
            await foreach (var page in client.Changes.ReadAsync(DriveAddress.Me.Root, since))
                await ApplyAsync(page);
        }
        catch (ResyncRequiredException resync)
        {
            await foreach (var page in client.Changes.ReadAsync(DriveAddress.Me.Root, resync.Restart))
                await ApplyAsync(page);

            // Everything was listed. What the copy holds beyond it was deleted (ApplyDifferences) or is uploaded again (UploadDifferences).
            Console.WriteLine(resync.Reconciliation);
        }

        // end
        Assert.Equal(2, applied);
    }
}
