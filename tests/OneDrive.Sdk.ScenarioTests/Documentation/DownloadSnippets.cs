using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/downloads.md, run against the emulator.</summary>
public sealed class DownloadSnippets : IDisposable
{
    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("download-snippets-");

    public void Dispose() => _work.Delete(recursive: true);

    [Fact]
    public async Task Download_BringsTheFile()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Videos/video.mp4", [1, 2, 3]);
        var client = scenario.Client;
        var path = Path.Combine(_work.FullName, "video.mp4");

        // begin: download
        var result = await client.Content.DownloadFileAsync(
            DriveAddress.Me.Path("/Videos/video.mp4"),
            path,
            new DownloadOptions
            {
                Overwrite = true,
                Progress = new Progress<TransferProgress>(progress => Console.WriteLine($"{progress.Fraction:P0}")),
            });
        Console.WriteLine(result.ResumedFrom is { } position ? $"continued from byte {position}" : "downloaded in one go");

        // end
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task Ranges_AreAccepted()
    {
        await using var scenario = await Scenario.StartAsync(client: options =>
        {
            // begin: ranges
            options.Transfers.ParallelRanges = 8;
            options.Transfers.ParallelThreshold = 256 * 1024 * 1024;

            // end
        });

        Assert.NotNull(scenario.Client);
    }

    [Fact]
    public async Task Tail_ReadsTheEnd()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Logs/today.txt", "all is well"u8.ToArray());
        var client = scenario.Client;

        // begin: tail
        await using var stream = await client.Content.OpenReadAsync(DriveAddress.Me.Path("/Logs/today.txt"));
        stream.Seek(-Math.Min(stream.Length, 1000), SeekOrigin.End);
        using var reader = new StreamReader(stream);
        Console.WriteLine(await reader.ReadToEndAsync());

        // end
        Assert.Equal(stream.Length, stream.Position);
    }
}
