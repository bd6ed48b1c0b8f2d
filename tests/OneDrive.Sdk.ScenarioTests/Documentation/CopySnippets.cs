using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/copies.md, run against the emulator.</summary>
public sealed class CopySnippets
{
    [Fact]
    public async Task Copy_GivesTheCopy()
    {
        await using var scenario = await Scenario.StartAsync(options => options.CopyPolls = 0);
        scenario.Drive.WithFile("/Plans/2026.docx", [1]).WithFolder("/Archive");
        var client = scenario.Client;

        // begin: copy
        var operation = await client.Items.StartCopyAsync(
            DriveAddress.Me.Path("/Plans"), DriveAddress.Me.Path("/Archive"), new CopyItemOptions { NewName = "Plans 2026" });
        var copy = await operation.WaitAsync();

        // end
        Assert.Equal("Plans 2026", copy.Name);
    }

    [Fact]
    public async Task Resume_GivesTheCopyLater()
    {
        await using var scenario = await Scenario.StartAsync(options => options.CopyPolls = 0);
        scenario.Drive.WithFile("/a.txt", [1]).WithFile("/Archive/a.txt", [2]);
        var client = scenario.Client;
        var operation = await client.Items.StartCopyAsync(DriveAddress.Me.Path("/a.txt"), DriveAddress.Me.Path("/Archive"));
        var lines = new List<string>();

        // begin: resume copy
        var stored = operation.MonitorUrl;

        var resumed = client.Items.ResumeCopy(stored, DriveAddress.Me);
        try
        {
            await resumed.WaitAsync();
        }
        catch (CopyFailedException failure) when (failure.HasErrorCode(OneDriveErrorCodes.NameAlreadyExists))
        {
            foreach (var detail in failure.Details)
                lines.Add($"{detail.Target}: {detail.Code}");
        }

        // end
        Assert.Empty(lines);
        Assert.Equal([2], await scenario.Drive.ReadContentAsync("/Archive/a.txt"));
    }
}
