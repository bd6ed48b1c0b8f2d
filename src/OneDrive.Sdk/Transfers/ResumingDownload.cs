using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Brings the bytes of one file to their destination, over as many connections as it takes. Each attempt goes on where the last one broke
/// off, if the file is still the same; if it is not, the download starts over, or fails when the destination cannot be taken back.
/// </summary>
internal sealed class ResumingDownload(
    GraphTransport transport, ItemAddress source, DownloadSink sink, string? format, ProgressMeter progress, ILogger logger)
{
    private const int BufferSize = 128 * 1024;
    private const int MaximumStartsOver = 3;

    private readonly DownloadClient _client = new(transport, format);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);
    private string? _tag;
    private int _startsOver;

    /// <summary>Downloads the file.</summary>
    /// <param name="item">The file as it is when the download begins.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>The file whose bytes were downloaded in the end.</returns>
    internal async Task<DriveItem> RunAsync(DriveItem item, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            progress.Report(0, AnnouncedLength(item));
            while (true)
            {
                if (await AttemptAsync(item, buffer, cancellationToken).ConfigureAwait(false) is not { } failure)
                {
                    if (Describes(item))
                        break;

                    // The bytes may be those of a newer version than the one that was described.
                    var described = item;
                    item = await GetItemAsync(cancellationToken).ConfigureAwait(false);
                    if (Describes(item) || IsSameContent(item, described))
                        break;
                    StartOver();
                    continue;
                }

                var delay = await _patience.WaitAsync(
                    failure.Error, failure.RetryAfter, failure.IsHarmless, cancellationToken).ConfigureAwait(false);
                Log.DownloadContinues(logger, sink.Position, failure.Error.GetType().Name, delay);
                var before = item;
                item = await GetItemAsync(cancellationToken).ConfigureAwait(false);
                if (sink.Position > 0 && (!IsSameContent(item, before) || MayBeMadeAnew))
                    StartOver();
            }

            await sink.FlushAsync(cancellationToken).ConfigureAwait(false);
            progress.Report(sink.Position, sink.Position);
            return item;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Makes one attempt; null when the file is there.</summary>
    private async Task<DownloadFailure?> AttemptAsync(DriveItem item, byte[] buffer, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _client.OpenAsync(source, sink.Position, _tag, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return new DownloadFailure(exception);
        }

        using var body = new DownloadBody(response);
        if (!response.IsSuccessStatusCode)
            return await DownloadFailure.ReadAsync(transport, response, sink.Position > 0, cancellationToken).ConfigureAwait(false);
        if (body.Start != 0 && body.Start != sink.Position)
            return new DownloadFailure(
                new OneDriveConnectionException("Content.DownloadBytes: the answer starts at another byte than was asked for."));

        if (sink.Position > 0 && _tag != body.Tag)
        {
            StartOver();
            return new DownloadFailure(
                new OneDriveConnectionException("Content.DownloadBytes: the file changed between two answers."), IsHarmless: true);
        }

        _tag = body.Tag;
        return await CopyAsync(body, item, buffer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DownloadFailure?> CopyAsync(DownloadBody body, DriveItem item, byte[] buffer, CancellationToken cancellationToken)
    {
        if (body.Start > sink.Position)
            return new DownloadFailure(new OneDriveConnectionException("Content.DownloadBytes: the answer leaves bytes out."));

        var skip = sink.Position - body.Start;
        var total = body.TotalLength;
        Stream? stream = null;
        try
        {
            while (true)
            {
                int count;
                try
                {
                    stream ??= await body.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                    count = await stream.ReadAsync(buffer.AsMemory(0, BufferSize), cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (ConnectionFailure.Is(exception, cancellationToken))
                {
                    return Broken(total, exception);
                }

                if (count == 0)
                    return total is { } expected && sink.Position < expected ? Broken(total, null) : null;

                // A server that ignores the range sends everything again: what is there is not written twice.
                var skipped = (int)Math.Min(skip, count);
                skip -= skipped;
                if (count == skipped)
                    continue;
                await sink.WriteAsync(buffer.AsMemory(skipped..count), cancellationToken).ConfigureAwait(false);
                _patience.Renew();
                progress.Report(sink.Position, total ?? AnnouncedLength(item));
            }
        }
        finally
        {
            if (stream is not null)
                await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private DownloadFailure Broken(long? total, Exception? exception) => new(new OneDriveConnectionException(
        $"Content.DownloadBytes: the answer broke off after {sink.Position} of "
        + $"{total?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} bytes "
        + $"({(exception is null ? "it is shorter than announced" : ConnectionFailure.Reason(exception))}).",
        exception));

    private Task<DriveItem> GetItemAsync(CancellationToken cancellationToken) =>
        transport.SendAsync(DownloadCalls.GetItem(source), cancellationToken);

    /// <summary>A conversion may have other bytes each time it is made; only a tag tells that it is still the same one.</summary>
    private bool MayBeMadeAnew => format is not null && _tag is null;

    private long? AnnouncedLength(DriveItem item) => format is null ? item.Size : null;

    private bool Describes(DriveItem item) =>
        format is not null
        || !transport.Transfers.VerifyContentHash
        || ((item.Size is null || item.Size == sink.Position) && (ContentVerification.HashOf(item) is not { } hash || hash == sink.Hash));

    /// <summary>Whether two descriptions are of the same bytes.</summary>
    internal static bool IsSameContent(DriveItem one, DriveItem other) => (one.CTag ?? one.ETag) == (other.CTag ?? other.ETag);

    private void StartOver()
    {
        if (++_startsOver > MaximumStartsOver || !sink.CanStartOver)
        {
            throw new ContentVerificationException(
                format is null
                    ? $"The file changed while it was downloaded: {sink.Position} bytes of an earlier version are at the destination."
                    : $"The conversion broke off and cannot be continued: {sink.Position} bytes of it are at the destination.");
        }

        sink.StartOver();
        _tag = null;
    }
}
