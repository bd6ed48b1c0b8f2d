using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Reads one file: into a stream, to a path where it appears only when it is complete and verified, or piece by piece.</summary>
internal sealed class DownloadEngine(GraphTransport transport, ILogger logger)
{
    /// <summary>Opens what was received of a file; tests put a full disk there.</summary>
    internal Func<WorkingFile, SafeFileHandle> OpenWorkingFile { get; init; } = static file => file.Open();

    private const int MaximumBufferSize = 64 * 1024 * 1024;

    /// <summary>Downloads into a stream, from where it stands.</summary>
    internal async Task<DownloadResult> DownloadAsync(
        ItemAddress source, Stream destination, DownloadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(options);
        _ = Conversion.Of(options);
        if (!destination.CanWrite)
            throw new ArgumentException("The stream is not writable.", nameof(destination));

        var item = await GetItemAsync(source, cancellationToken).ConfigureAwait(false);
        return await DownloadAsync(source, item, destination, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads to a path.</summary>
    internal async Task<DownloadResult> DownloadFileAsync(
        ItemAddress source, string path, DownloadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(options);
        _ = Conversion.Of(options);
        return await DownloadFileAsync(source, known: null, path, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads a file that was listed a moment ago to a path; it is not requested again unless it has changed.</summary>
    internal Task<DownloadResult> DownloadFileAsync(
        DriveItem item, string path, DownloadOptions options, CancellationToken cancellationToken) =>
        DownloadFileAsync(item.Address, item, path, options, cancellationToken);

    private async Task<DownloadResult> DownloadFileAsync(
        ItemAddress source, DriveItem? known, string path, DownloadOptions options, CancellationToken cancellationToken)
    {
        var file = PartialFile.Open(path, options.Overwrite, OpenWorkingFile);
        await using (file.ConfigureAwait(false))
        {
            try
            {
                var item = known ?? await GetItemAsync(source, cancellationToken).ConfigureAwait(false);
                var room = options.Format is null && item.File is not null ? item.Size ?? 0 : 0;
                var sink = await file.BeginAsync(
                    item,
                    options.Resume && options.Format is null,
                    transport.Transfers.VerifyContentHash,
                    room,
                    cancellationToken).ConfigureAwait(false);
                var (result, isDoubtful) = await RunAsync(source, item, sink, options, cancellationToken).ConfigureAwait(false);
                if (isDoubtful && file.Replaces)
                {
                    throw ContentVerification.Mismatch(
                        result.Item, result.Length, sink.CompareWith(result.Item),
                        "The response may be a web page instead of the file. The existing file was not replaced.", isTransient: true);
                }

                file.Commit();
                return result;
            }
            catch (Exception exception) when (options.Resume && CanGoOnAfter(exception))
            {
                file.Keep();
                throw;
            }
        }
    }

    /// <summary>Opens a file for reading.</summary>
    internal async Task<Stream> OpenReadAsync(ItemAddress source, OpenReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BufferSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BufferSize, MaximumBufferSize, nameof(options));

        var item = await GetItemAsync(source, cancellationToken).ConfigureAwait(false);
        return await new ContentOpening(transport, source, item, logger)
            .OpenAsync(options.BufferSize, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a whole file as text.</summary>
    internal async Task<string> ReadAsStringAsync(ItemAddress source, ReadAsStringOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(options.Encoding, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxBytes, nameof(options));

        var item = await GetItemAsync(source, cancellationToken).ConfigureAwait(false);
        LimitedMemoryStream.Require(item.Size ?? 0, options.MaxBytes);
        using var content = new LimitedMemoryStream(options.MaxBytes);
        await DownloadAsync(source, item, content, new DownloadOptions(), cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        using var reader = new StreamReader(content, options.Encoding, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What ended the download says nothing against the bytes that are here, and the file is still there.</summary>
    private static bool CanGoOnAfter(Exception exception) => exception is OperationCanceledException
        or (OneDriveException and not (ItemNotFoundException or MalwareDetectedException or ContentVerificationException));

    private async Task<DownloadResult> DownloadAsync(
        ItemAddress source, DriveItem item, Stream destination, DownloadOptions options, CancellationToken cancellationToken)
    {
        using var sink = new StreamSink(destination, item);
        return (await RunAsync(source, item, sink, options, cancellationToken).ConfigureAwait(false)).Result;
    }

    private async Task<(DownloadResult Result, bool IsDoubtful)> RunAsync(
        ItemAddress source, DriveItem item, DownloadSink sink, DownloadOptions options, CancellationToken cancellationToken)
    {
        long? resumedFrom = sink.Position > 0 ? sink.Position : null;
        var progress = new ProgressMeter(options.Progress, transport.TimeProvider);
        var terms = DownloadTerms.Of(options, transport.Transfers);
        var ranges = options.Format is null && sink is FileSink file
            ? new RangedDownload(transport, source, file, terms.SkipsHash, progress, logger)
            : null;
        var outcome = await new ResumingDownload(transport, source, item, sink, terms, ranges, progress, logger)
            .RunAsync(cancellationToken).ConfigureAwait(false);
        return (new DownloadResult(outcome.Item, outcome.Integrity, sink.Position) { ResumedFrom = resumedFrom }, outcome.IsDoubtful);
    }

    private Task<DriveItem> GetItemAsync(ItemAddress source, CancellationToken cancellationToken) =>
        new DownloadClient(transport).GetItemAsync(source, cancellationToken);
}
