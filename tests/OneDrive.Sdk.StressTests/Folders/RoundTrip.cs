using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.Folders;

/// <summary>Sends a tree up and down again, twice, and compares every byte with what the service and the copy hold.</summary>
internal static class RoundTrip
{
    private const int Depth = 30;
    private const int InEachFolder = 100;
    private const int Smallest = 1000;
    private const int Largest = 50_000;

    private static readonly ItemAddress Folder = DriveAddress.Me.Path("/Tree");

    internal static async Task<bool> RunAsync(int files, CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        var (source, copy) = (directory["source"], directory["copy"]);
        var bytes = Make(source, files);
        await using var emulator = await OneDriveEmulator.StartAsync(
            options =>
            {
                options.MaxRecordedExchanges = 1;
                options.LargestContentInMemory = 0;
            },
            cancellationToken);
        var token = emulator.IssueAccessToken(emulator.DefaultUser);
        using var client = new OneDriveClient(
            new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken(token, DateTimeOffset.MaxValue))),
            new OneDriveOptions { Cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint) });

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files:N0} files, {bytes / 1048576.0:0} MiB, {Depth} levels deep"));
        Task<FolderTransferResult> Upload() => client.Content.UploadFolderAsync(Folder, source, cancellationToken: cancellationToken);
        Task<FolderTransferResult> Download() => client.Content.DownloadFolderAsync(Folder, copy, cancellationToken: cancellationToken);
        var isRight = await TimeAsync("upload", Upload, files, expectTransfer: true)
            & await TimeAsync("download", Download, files, expectTransfer: true)
            & await TimeAsync("upload again", Upload, files, expectTransfer: false)
            & await TimeAsync("download again", Download, files, expectTransfer: false);

        var expected = Describe(source);
        var atService = emulator.DefaultUser.Drive.ListItems().Count(item => !item.IsFolder);
        var isEqual = expected.SequenceEqual(Describe(copy), StringComparer.Ordinal) && atService == files && expected.Count > files;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isEqual ? "right: every file is equal, once" : "WRONG: the copy differs")}; the process with the emulator in it had "
            + $"{process.PeakWorkingSet64 / 1048576.0:0} MiB at most"));
        return isRight && isEqual;
    }

    private static async Task<bool> TimeAsync(string name, Func<Task<FolderTransferResult>> transfer, int files, bool expectTransfer)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await transfer();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var isRight = result.IsComplete && (expectTransfer ? result.FilesTransferred : result.FilesUnchanged) == files;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isRight ? "right" : "WRONG")}: {name}: {result.FilesTransferred:N0} transferred, {result.FilesUnchanged:N0} unchanged, "
            + $"{result.Failed:N0} failed, {seconds:0.0} s, {files / seconds:N0} files/s"));
        if (result.Failures.Count > 0)
            Console.WriteLine($"  {result.Failures[0].RelativePath}: {result.Failures[0].Error}");
        return isRight;
    }

    /// <summary>A chain of folders with a file in each, and the other files in folders beside it.</summary>
    private static long Make(string root, int files)
    {
        var random = new Random(1);
        var sum = 0L;
        var deep = root;
        for (var index = 0; index < files; index++)
        {
            var folder = index < Depth ? deep = Path.Combine(deep, $"level {index}") : Path.Combine(root, $"folder {index / InEachFolder}");
            Directory.CreateDirectory(folder);
            var content = new byte[random.Next(Smallest, Largest)];
            random.NextBytes(content);
            File.WriteAllBytes(Path.Combine(folder, $"file {index}.bin"), content);
            sum += content.Length;
        }

        return sum;
    }

    private static List<string> Describe(string root) =>
    [
        .. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetRelativePath(root, path)} {(File.Exists(path) ? HashOf(path) : "folder")}")
            .Order(StringComparer.Ordinal),
    ];

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file));
    }
}
