using System.Buffers;
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
    GraphTransport transport,
    ItemAddress source,
    DownloadSink sink,
    Conversion? conversion,
    RangedDownload? ranges,
    ProgressMeter progress,
    ILogger logger)
{
    private const int BufferSize = 128 * 1024;
    private const int MaximumStartsOver = 3;
    private const int MaximumDoubts = 2;

    private readonly DownloadClient _client = new(transport, conversion);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);
    private string? _tag = sink.Version?.BytesTag;
    private long? _length = sink.Version?.BytesLength;
    private long? _doubtedLength;
    private int _doubts;
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
            progress.Report(sink.Position, AnnouncedLength(item));
            if (ranges?.Suits(item) is true)
            {
                await ranges.RunAsync(item, cancellationToken).ConfigureAwait(false);
                (_tag, _length) = (sink.Version?.BytesTag, sink.Version?.BytesLength);
            }

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

                var delay = failure.IsFree
                    ? TimeSpan.Zero
                    : await _patience.WaitAsync(
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
        // An earlier attempt, perhaps of an earlier process, may have ended after the last byte.
        if (sink.Position > 0 && sink.Position == (_length ?? AnnouncedLength(item)))
            return null;

        HttpResponseMessage response;
        try
        {
            response = await _client.OpenAsync(source, sink.Position, _tag, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return new DownloadFailure(exception);
        }

        var body = new DownloadBody(response);
        await using (body.ConfigureAwait(false))
        {
            if (!response.IsSuccessStatusCode)
                return await DownloadFailure.ReadAsync(transport, response, cancellationToken).ConfigureAwait(false);
            if (body.Start != 0 && body.Start != sink.Position)
                return DownloadFailure.Unclear("the answer starts at another byte than was asked for");
            if (sink.Position > 0 && _tag != body.Tag)
            {
                StartOver();
                return DownloadFailure.Unclear("the file changed between two answers") with { IsHarmless = true };
            }

            if (IsDoubtful(body, item))
                return DownloadFailure.Unclear("the answer has another length than the file was said to have") with { IsFree = true };

            (_tag, _length) = (body.Tag, body.TotalLength);
            await sink.RecogniseAsync(DownloadVersion.Of(item, _tag, _length), cancellationToken).ConfigureAwait(false);
            return await CopyAsync(body, item, buffer, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Some documents have another length than is said of them. An answer that was cut short looks the same, but not time after time.
    /// </summary>
    private bool IsDoubtful(DownloadBody body, DriveItem item)
    {
        if (body.TotalLength is not { } total || AnnouncedLength(item) is not { } announced || total == announced
            || (total == _doubtedLength && _doubts == MaximumDoubts))
            return false;
        _doubts = total == _doubtedLength ? _doubts + 1 : 1;
        _doubtedLength = total;
        return true;
    }

    private async Task<DownloadFailure?> CopyAsync(DownloadBody body, DriveItem item, byte[] buffer, CancellationToken cancellationToken)
    {
        var room = buffer.AsMemory(0, BufferSize);
        var total = body.TotalLength;
        try
        {
            // A server that ignores the range sends everything again: what is there is not written twice.
            if (!await body.SkipToAsync(sink.Position, room, cancellationToken).ConfigureAwait(false))
                return new DownloadFailure(body.BrokeOff());
            while (true)
            {
                var count = await body.ReadAsync(room, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    return total is { } expected && sink.Position < expected ? new DownloadFailure(body.BrokeOff()) : null;
                await sink.WriteAsync(room[..count], cancellationToken).ConfigureAwait(false);
                _patience.Renew();
                progress.Report(sink.Position, total ?? AnnouncedLength(item));
            }
        }
        catch (OneDriveConnectionException exception)
        {
            return new DownloadFailure(exception);
        }
    }

    private Task<DriveItem> GetItemAsync(CancellationToken cancellationToken) => _client.GetItemAsync(source, cancellationToken);

    /// <summary>A conversion may have other bytes each time it is made; only a tag tells that it is still the same one.</summary>
    private bool MayBeMadeAnew => conversion is not null && _tag is null;

    private long? AnnouncedLength(DriveItem item) => conversion is null ? item.Size : null;

    private bool Describes(DriveItem item) =>
        conversion is not null
        || !transport.Transfers.VerifyContentHash
        || ((item.Size is null || item.Size == sink.Position) && !sink.CompareWith(item).Differs);

    /// <summary>Whether two descriptions are of the same bytes.</summary>
    internal static bool IsSameContent(DriveItem one, DriveItem other) =>
        DownloadVersion.ContentTagOf(one) == DownloadVersion.ContentTagOf(other);

    private void StartOver()
    {
        if (++_startsOver > MaximumStartsOver || !sink.CanStartOver)
        {
            throw new ContentVerificationException(
                conversion is null
                    ? $"The file changed while it was downloaded: {sink.Position} bytes of an earlier version are at the destination."
                    : $"The conversion broke off and cannot be continued: {sink.Position} bytes of it are at the destination.");
        }

        sink.StartOver();
        (_tag, _length) = (null, null);
    }
}
