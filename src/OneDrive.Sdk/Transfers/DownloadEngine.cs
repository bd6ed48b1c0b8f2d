using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Reads one file: into a stream, to a path where it appears only when it is complete and verified, or piece by piece.</summary>
internal sealed class DownloadEngine(GraphTransport transport, ILogger logger)
{
    private const int MaximumBufferSize = 64 * 1024 * 1024;

    /// <summary>Downloads into a stream, from where it stands.</summary>
    internal async Task<DownloadResult> DownloadAsync(
        ItemAddress source, Stream destination, DownloadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(options);
        RequireFormat(options);
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
        RequireFormat(options);

        var file = PartialFile.Create(path, options.Overwrite);
        await using (file.ConfigureAwait(false))
        {
            var item = await transport.SendAsync(DownloadCalls.GetItem(source), cancellationToken).ConfigureAwait(false);
            if (options.Format is null && item is { File: not null, Size: { } size and > 0 })
                await file.ReserveAsync(size).ConfigureAwait(false);

            var result = await RunAsync(source, item, file.Stream, options, cancellationToken).ConfigureAwait(false);
            await file.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    /// <summary>Opens a file for reading.</summary>
    internal async Task<Stream> OpenReadAsync(ItemAddress source, OpenReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BufferSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BufferSize, MaximumBufferSize, nameof(options));

        var item = await transport.SendAsync(DownloadCalls.GetItem(source), cancellationToken).ConfigureAwait(false);
        return await ContentStream.OpenAsync(
            new RangeReader(transport, source, item, logger), options.BufferSize, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a whole file as text.</summary>
    internal async Task<string> ReadAsStringAsync(ItemAddress source, ReadAsStringOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(options.Encoding, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxBytes, nameof(options));

        var item = await transport.SendAsync(DownloadCalls.GetItem(source), cancellationToken).ConfigureAwait(false);
        LimitedMemoryStream.Require(item.Size ?? 0, options.MaxBytes);
        using var content = new LimitedMemoryStream(options.MaxBytes);
        await RunAsync(source, item, content, new DownloadOptions(), cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        using var reader = new StreamReader(content, options.Encoding, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void RequireFormat(DownloadOptions options)
    {
        if (options.Format is { } format)
            ArgumentException.ThrowIfNullOrWhiteSpace(format, nameof(options));
    }

    private async Task<DownloadResult> RunAsync(
        ItemAddress source, DriveItem item, Stream destination, DownloadOptions options, CancellationToken cancellationToken)
    {
        var sink = new DownloadSink(destination);
        var progress = new ProgressMeter(options.Progress, transport.TimeProvider);
        var download = new ResumingDownload(transport, source, sink, options.Format, progress, logger);
        item = await download.RunAsync(item, cancellationToken).ConfigureAwait(false);
        var integrity = options.Format is null && transport.Transfers.VerifyContentHash
            ? ContentVerification.Compare(item, sink.Position, sink.Hash, "download")
            : ContentIntegrity.NotChecked;
        return new DownloadResult(item, integrity, sink.Position);
    }
}
