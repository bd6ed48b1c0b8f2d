using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/folders.md, run against the emulator.</summary>
public sealed class FolderSnippets : IDisposable
{
    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("folder-snippets-");

    public void Dispose() => _work.Delete(recursive: true);

    [Fact]
    public async Task UploadFolder_UploadsTheFile()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var folder = _work.FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "a");

        // begin: upload folder
        var result = await client.Content.UploadFolderAsync(
            DriveAddress.Me.Path("/Backup"),
            folder,
            new UploadFolderOptions { Conflict = ConflictBehavior.Replace, ResumeKeyPrefix = "adele/backup" });
        foreach (var failure in result.Failures)
            Console.WriteLine($"{failure.RelativePath}: {failure.Error!.Message}");

        // end
        Assert.Equal((true, 1), (result.IsComplete, result.FilesTransferred));
    }

    [Fact]
    public async Task DownloadFolder_DownloadsTheFile()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Backup/a.txt", [1]);
        var client = scenario.Client;
        var copy = _work.FullName;

        // begin: download folder
        var result = await client.Content.DownloadFolderAsync(
            DriveAddress.Me.Path("/Backup"), copy, new DownloadFolderOptions { Overwrite = true });
        result.EnsureComplete();

        // end
        Assert.Equal([1], await File.ReadAllBytesAsync(Path.Combine(copy, "a.txt")));
    }
}
