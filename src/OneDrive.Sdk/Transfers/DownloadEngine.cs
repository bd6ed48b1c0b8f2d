using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Downloads one file: into a stream, or to a path where it appears only when it is complete and verified.</summary>
internal sealed class DownloadEngine(GraphTransport transport, ILogger logger)
{
    /// <summary>Downloads into a stream, from where it stands.</summary>
    internal async Task<DownloadResult> DownloadAsync(
        ItemAddress source, Stream destination, DownloadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(options);
        if (!destination.CanWrite)
            throw new ArgumentException("The stream cannot be written.", nameof(destination));

        var item = await transport.SendAsync(DownloadCalls.GetItem(source), cancellationToken).ConfigureAwait(false);
        return await RunAsync(source, item, destination, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads to a path.</summary>
    internal async Task<DownloadResult> DownloadFileAsync(
        ItemAddress source, string path, DownloadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(options);

        var file = PartialFile.Create(path, options.Overwrite);
        await using (file.ConfigureAwait(false))
        {
            var item = await transport.SendAsync(DownloadCalls.GetItem(source), cancellationToken).ConfigureAwait(false);
            if (item is { File: not null, Size: { } size and > 0 })
                await file.ReserveAsync(size).ConfigureAwait(false);

            var result = await RunAsync(source, item, file.Stream, options, cancellationToken).ConfigureAwait(false);
            await file.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    private async Task<DownloadResult> RunAsync(
        ItemAddress source, DriveItem item, Stream destination, DownloadOptions options, CancellationToken cancellationToken)
    {
        var sink = new DownloadSink(destination);
        var download = new ResumingDownload(transport, source, sink, new ProgressMeter(options.Progress), logger);
        item = await download.RunAsync(item, cancellationToken).ConfigureAwait(false);
        var integrity = transport.Transfers.VerifyContentHash
            ? ContentVerification.Compare(item, sink.Position, sink.Hash, "download")
            : ContentIntegrity.NotChecked;
        return new DownloadResult(item, integrity, sink.Position);
    }
}
