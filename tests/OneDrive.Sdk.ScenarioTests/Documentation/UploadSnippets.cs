using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

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
    public async Task Spooled_UploadsWithoutALength()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var stream = new GeneratedStream(11 * 1024 * 1024) { IsSeekable = false };

        // begin: spooled
        var result = await client.Content.UploadAsync(
            DriveAddress.Me.Path("/backup.tar"), stream, new UploadOptions { Spool = new UploadSpool { MaxBytes = 20_000_000_000 } });

        // end
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Fact]
    public async Task Deferred_IsCommittedLater()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var stream = new MemoryStream(new byte[100]);

        // begin: deferred
        await client.Content.UploadAsync(
            DriveAddress.Me.Path("/Invoices/2024-17.pdf"),
            stream,
            new UploadOptions { ResumeKey = "invoice 2024-17", DeferCommit = true });

        // Now, in this process or in another one: when the payment went through, for instance.
        var result = await client.Content.CommitUploadAsync("invoice 2024-17");

        // end
        Assert.Equal("2024-17.pdf", result.Item.Name);
    }

    [Fact]
    public async Task Redirected_IsFinishedUnderAnotherName()
    {
        await using var scenario = await Scenario.StartAsync(client: options => options.Transfers.SingleRequestLimit = 0);
        var client = scenario.Client;
        var stream = new NameTaker(() => scenario.Drive.WithFile("video.mp4", [1]));

        // begin: redirected
        UploadResult result;
        var options = new UploadOptions { ResumeKey = "adele/video.mp4" };
        try
        {
            result = await client.Content.UploadAsync(DriveAddress.Me.Path("/video.mp4"), stream, options);
        }
        catch (ItemConflictException)
        {
            result = await client.Content.CommitUploadAsync(
                "adele/video.mp4", new CommitUploadOptions { Conflict = ConflictBehavior.Rename });
        }

        // end
        Assert.Equal("video 1.mp4", result.Item.Name);
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

    /// <summary>Somebody else takes the name while the content is being read.</summary>
    private sealed class NameTaker(Action take) : MemoryStream(new byte[100])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            take();
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
