using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/resumable-uploads.md, run against the emulator.</summary>
public sealed class UploadSnippets : IDisposable
{
    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("upload-snippets-");

    public void Dispose() => _work.Delete(recursive: true);

    [Fact]
    public async Task Resumable_UploadsTheFile()
    {
        await using var scenario = await Scenario.StartAsync(client: options =>
            options.UploadSessionStore = new FileUploadSessionStore(Path.Combine(_work.FullName, "uploads")));
        var client = scenario.Client;
        var path = Path.Combine(_work.FullName, "video.mp4");
        await File.WriteAllBytesAsync(path, new byte[11 * 1024 * 1024]);

        // begin: resumable
        var result = await client.Content.UploadFileAsync(
            DriveAddress.Me.Path("/Videos/video.mp4"),
            path,
            new UploadOptions
            {
                ResumeKey = "adele/Videos/video.mp4",
                Conflict = ConflictBehavior.Replace,
                Progress = new Progress<TransferProgress>(progress => Console.WriteLine($"{progress.Fraction:P0}")),
            });
        Console.WriteLine(result.ResumedFrom is { } position ? $"continued from byte {position}" : "uploaded in one go");

        // end
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Fact]
    public async Task ForwardOnly_UploadsWithALength()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var (stream, length) = (new MemoryStream(new byte[100]), 100);

        // begin: forward only
        var result = await client.Content.UploadAsync(
            DriveAddress.Me.Path("/dump.sql"), stream, new UploadOptions { ContentLength = length });

        // end
        Assert.Equal(length, result.Item.Size);
    }

    [Fact]
    public void FileStore_IsAccepted()
    {
        var folder = _work.FullName;

        // begin: file store
        var options = new OneDriveOptions { UploadSessionStore = new FileUploadSessionStore(folder) };

        // end
        Assert.NotNull(options.UploadSessionStore);
    }
}
