using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.Folders;

/// <summary>
/// Transfers very many empty files between a disk and a service that has no memory of its own, and watches the memory on the way: down,
/// where all are found to be here already, up, where all are sent, and up again, where all are found to be there.
/// </summary>
internal static class FlatMemory
{
    private const long Noise = 4 * 1024 * 1024;
    private const long Base = 16 * 1024 * 1024;

    private static readonly ItemAddress Folder = DriveAddress.Me.Path("/Many");

    internal static async Task<bool> RunAsync(FolderShape shape, CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        for (var folder = 0; folder < shape.Folders; folder++)
        {
            var path = Directory.CreateDirectory(directory[$"folder {folder}"]).FullName;
            for (var file = 0; file < shape.FilesInEach; file++)
                File.Create(Path.Combine(path, $"file {file}")).Dispose();
        }

        return await RunAsync("download", shape, expectTransfer: false, (client, live) => client.Content.DownloadFolderAsync(
                Folder, directory.Path, new DownloadFolderOptions { Progress = live }, cancellationToken))
            & await RunAsync("upload", shape, expectTransfer: true, (client, live) => client.Content.UploadFolderAsync(
                Folder,
                directory.Path,
                new UploadFolderOptions { Progress = live, PreserveTimes = false, Comparison = FolderComparison.None },
                cancellationToken))
            & await RunAsync("upload again", shape, expectTransfer: false, (client, live) => client.Content.UploadFolderAsync(
                Folder, directory.Path, new UploadFolderOptions { Progress = live }, cancellationToken));
    }

    private static async Task<bool> RunAsync(
        string name, FolderShape shape, bool expectTransfer, Func<OneDriveClient, LiveBytes, Task<FolderTransferResult>> transfer)
    {
        using var service = new SeemingService(shape);
        using var client = new OneDriveClient(
            new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken("token", DateTimeOffset.MaxValue))),
            new OneDriveOptions(),
            service);
        var live = new LiveBytes(shape.Files);
        var started = Stopwatch.GetTimestamp();
        var result = await transfer(client, live);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var names = (long)shape.FilesInEach * shape.BytesForEachName;
        var allowed = Base + names;
        var isRight = result.IsComplete && (expectTransfer ? result.FilesTransferred : result.FilesUnchanged) == shape.Files
            && live.Growth <= Noise + names && live.Most <= allowed;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isRight ? "right" : "WRONG")}: {name} of {shape}: {result.FilesTransferred:N0} transferred, "
            + $"{result.FilesUnchanged:N0} unchanged, {result.Failed:N0} failed, {seconds:0} s, live bytes at most "
            + $"{live.Most / 1048576.0:0.0} MiB (allowed {allowed / 1048576.0:0.0}), {live.Growth / 1048576.0:0.0} MiB more in the second "
            + $"half than in the first (allowed {(Noise + names) / 1048576.0:0.0})"));
        if (result.Failures.Count > 0)
            Console.WriteLine($"  {result.Failures[0].RelativePath}: {result.Failures[0].Error}");
        return isRight;
    }
}
