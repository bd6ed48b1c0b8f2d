using Microsoft.Extensions.Logging.Abstractions;

namespace OneDrive.Sdk.LiveTests.Checks;

internal static class ResumeChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("an upload whose process was killed goes on", ContinueAfterKillAsync),
        new("a cancelled upload leaves no file", async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var options = new UploadOptions { Progress = new CancelAfterFirst(cancellation) };
            using var content = new MemoryStream(LiveFiles.Bytes(LiveFiles.LargeSize, 5));
            await CheckContext.RequireThrowsAsync<OperationCanceledException>(() => context.Client.Content.UploadAsync(
                context.Folder.Child("cancelled.bin"), content, options, cancellation.Token));

            CheckContext.Require(
                !await context.Client.Items.ExistsAsync(context.Folder.Child("cancelled.bin"), context.Cancellation), "The file is there.");
        }),
        new("a session that was abandoned does not block the name", async context =>
        {
            var file = context.Folder.Child("cancelled.bin");
            var result = await context.UploadAsync(file, LiveFiles.Bytes(LiveFiles.LargeSize, 6));

            CheckContext.Require(result.Item.Size == LiveFiles.LargeSize, "The size differs.");
        }),
    ];

    private static async Task ContinueAfterKillAsync(CheckContext context)
    {
        var directory = Directory.CreateTempSubdirectory("onedrive-live-");
        try
        {
            var content = LiveFiles.Bytes(LiveFiles.LargeSize, 4);
            var file = Path.Combine(directory.FullName, "killed.bin");
            var state = Path.Combine(directory.FullName, "state");
            await File.WriteAllBytesAsync(file, content, context.Cancellation);
            var remote = $"/{context.Target.Settings.Folder.Trim('/')}/{context.Target.FolderName}/killed.bin";
            await KilledUpload.StartAndKillAsync(context, file, remote, state);

            var tokens = context.Target.Settings.CreateTokenProvider(NullLoggerFactory.Instance);
            using var client = new OneDriveClient(tokens, context.Target.Settings.CreateOptions(
                NullLoggerFactory.Instance,
                LiveFiles.FragmentSize,
                new FileUploadSessionStore(state)));
            var result = await client.Content.UploadFileAsync(
                DriveAddress.Default.Path(remote), file, new UploadOptions { ResumeKey = KilledUpload.ResumeKey }, context.Cancellation);

            CheckContext.Require(result.ResumedFrom >= 3 * LiveFiles.FragmentSize, "It did not go on from the acknowledged bytes.");
            CheckContext.Require(
                (await context.DownloadAsync(context.Folder.Child("killed.bin"))).AsSpan().SequenceEqual(content), "The content differs.");
            context.Observe("integrity", result.Integrity);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private sealed class CancelAfterFirst(CancellationTokenSource cancellation) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value)
        {
            if (value.BytesTransferred > 0)
            {
                cancellation.Cancel();
            }
        }
    }
}
