using System.Buffers;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Downloads one file over as many connections as necessary. Each attempt resumes where the previous one was interrupted, if the file is
/// unchanged. Complete content is verified with the metadata of the service; see <c>docs/downloads.md</c>, "What counts as the file".
/// </summary>
internal sealed partial class ResumingDownload(
    GraphTransport transport,
    ItemAddress source,
    DriveItem item,
    DownloadSink sink,
    DownloadTerms terms,
    RangedDownload? ranges,
    ProgressMeter progress,
    ILogger logger)
{
    private const int BufferSize = 128 * 1024;
    private const int MaximumStartsOver = 3;

    private readonly DownloadClient _client = new(transport, terms.Conversion);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);

    private DriveItem _item = item;
    private string? _tag = sink.Version?.BytesTag;
    private long? _length = sink.Version?.BytesLength;
    private long? _doubtedLength;
    private int _doubts;
    private int _startsOver;
    private bool _hasUnstableTags;
    private bool _isPieced;
    private bool _isWebPage;
    private bool _isOdd;
    private bool _isOddProved;
    private bool _hasProbed;
    private bool _isText;

    /// <summary>Whether the last body that was taken looked like something else than the file.</summary>
    internal bool TookOdd => _isOdd;

    /// <summary>Downloads the file.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    internal async Task<DownloadOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            progress.Report(sink.Position, AnnouncedLength);
            if (ranges?.Suits(_item) is true)
            {
                await ranges.RunAsync(_item, cancellationToken).ConfigureAwait(false);
                (_tag, _length) = (sink.Version?.BytesTag, sink.Version?.BytesLength);
            }

            while (true)
            {
                var failure = await AttemptAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (failure is null)
                {
                    (var outcome, failure) = await JudgeAsync(cancellationToken).ConfigureAwait(false);
                    if (outcome is not null)
                    {
                        await sink.FlushAsync(cancellationToken).ConfigureAwait(false);
                        progress.Report(sink.Position, sink.Position);
                        return outcome;
                    }
                }

                if (failure is not null)
                    await RecoverAsync(failure, cancellationToken).ConfigureAwait(false);
                if (_refusals == 2 && !_hasProbed && !sink.CanGoBack && CanBeProved)
                {
                    _hasProbed = true;
                    _isOddProved = await _again.IsFileAsync(_item, terms, cancellationToken).ConfigureAwait(false);
                }

                if (failure?.IsOverrun is true && sink.Position > AnnouncedLength)
                    DropOverrun(failure);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private async Task RecoverAsync(DownloadFailure failure, CancellationToken cancellationToken)
    {
        var delay = failure.IsFree
            ? TimeSpan.Zero
            : await _patience.WaitAsync(failure.Error, failure.RetryAfter, failure.IsHarmless, cancellationToken).ConfigureAwait(false);
        Log.DownloadContinues(logger, sink.Position, failure.Error.GetType().Name, delay);
        var before = _item;
        _item = await GetItemAsync(cancellationToken).ConfigureAwait(false);

        // A conversion may have other bytes each time it is made; only a tag tells that it is still the same one.
        var mayBeMadeAnew = terms.Conversion is not null && _tag is null;
        if (sink.Position > 0 && (mayBeMadeAnew || DownloadVersion.HaveSameContent(_item, before) is false))
            StartOver();
    }

    /// <summary>Makes one attempt; null when the content is complete by the framing of the responses.</summary>
    private async Task<DownloadFailure?> AttemptAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        // An earlier attempt, perhaps of an earlier process, may have ended after the last byte.
        if (sink.Position > 0 && (sink.Position == _length || (sink.Position == AnnouncedLength && Weigh() is ContentEvidence.EqualHash)))
            return null;

        HttpResponseMessage response;
        try
        {
            response = await _client.OpenAsync(
                source, sink.Position, _hasUnstableTags ? null : _tag, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return new DownloadFailure(exception);
        }

        var body = new DownloadBody(response);
        await using (body.ConfigureAwait(false))
        {
            if (ResponseClassifier.IsRangeMismatch(response.StatusCode) && sink.Position > 0)
                return AtEnd(response);
            if (!response.IsSuccessStatusCode)
                return await DownloadFailure.ReadAsync(transport, response, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode == 204 && _item.Size == 0)
                return null;
            if (Refuse(body) is { } refusal)
                return refusal;
            if (body.Start != 0 && body.Start != sink.Position)
                return DownloadFailure.Unclear("the response does not start at the requested byte");
            if (sink.Position > 0 && !Continues(body))
            {
                StartOver();
                return DownloadFailure.Unclear("the file changed between two responses") with { IsHarmless = true };
            }

            if (IsDoubtful(body))
                return DownloadFailure.Unclear("the length of the response differs from the size of the file") with { IsFree = true };

            _tag = sink.Position == 0 ? body.Tag : _tag ?? body.Tag;
            _length = body.TotalLength ?? _length;
            if (terms.SkipsHash && _length is { } total && total == AnnouncedLength)
                sink.SkipHash();
            _isWebPage |= body.IsWebPage;
            _isText |= body.IsText;
            await sink.RecogniseAsync(DownloadVersion.Of(_item, _tag, _length), cancellationToken).ConfigureAwait(false);
            return await CopyAsync(body, buffer, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Rejects a body that is not the file. If it is safe, a second response is accepted, but only if its hash or length matches the file;
    /// for a destination that cannot be truncated it is hashed first.
    /// </summary>
    private DownloadFailure? Refuse(DownloadBody body)
    {
        if (sink.Position == 0)
            _isOdd = false;
        if (RefusedContent.ReasonOf(body, _item, terms.Conversion) is not { } reason
            || (terms.TakesAnything && body is { HasContent: true, IsEncoded: false }))
            return null;
        if (body.HasContent && sink.Position == 0 && (_isOddProved || (++_refusals == 2 && sink.CanGoBack && CanBeProved)))
        {
            _isOdd = true;
            return null;
        }

        return new DownloadFailure((OneDriveException?)_oddError ?? RefusedContent.Error(reason), IsHarmless: true);
    }

    /// <summary>Whether a response continues with the bytes that are here: the same version, or one that will be proved.</summary>
    private bool Continues(DownloadBody body)
    {
        if (body.TotalLength is { } total && (total < sink.Position || total != (_length ?? total)))
            return false;
        var isSameTag = _tag is not null && _tag == body.Tag;
        if (terms.Conversion is not null)
            return isSameTag;
        if (isSameTag && !DownloadClient.IsWeak(_tag))
            return true;

        // The hash decides, or else the item, which is read again when the content is complete.
        _isPieced = true;
        _hasUnstableTags |= _tag is not null && body.Tag is not null && !isSameTag;
        return HasComparableHash || DownloadVersion.HaveSameContent(_item, _item) is true;
    }

    /// <summary>The length of some files differs from their metadata; a truncated response looks the same, but not twice.</summary>
    private bool IsDoubtful(DownloadBody body)
    {
        if (sink.Position > 0 || terms.TakesAnything || _isOdd || body.TotalLength is not { } total || AnnouncedLength is not { } announced
            || total == announced || total == _doubtedLength || _doubts == MaximumStartsOver)
            return false;
        _doubts++;
        _doubtedLength = total;
        return true;
    }

    private async Task<DownloadFailure?> CopyAsync(DownloadBody body, byte[] buffer, CancellationToken cancellationToken)
    {
        var room = buffer.AsMemory(0, BufferSize);
        var bound = new DownloadBound(_length, terms, _item, HasComparableHash);
        try
        {
            // A server that ignores the range sends everything again: what is here is not written twice.
            if (!await body.SkipToAsync(sink.Position, room, cancellationToken).ConfigureAwait(false))
                return Ended(body) ?? new DownloadFailure(body.BrokeOff());
            while (true)
            {
                if (sink.Position >= bound.Next)
                {
                    var (isEnd, failure) = await PassAsync(bound, body, room, cancellationToken).ConfigureAwait(false);
                    if (isEnd)
                        return failure;
                }

                var count = await body.ReadAsync(bound.Limit(room, sink.Position), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    return Ended(body);
                await sink.WriteAsync(room[..count], cancellationToken).ConfigureAwait(false);
                _patience.Renew();
                progress.Report(sink.Position, _length ?? AnnouncedLength);
            }
        }
        catch (OneDriveConnectionException exception)
        {
            return new DownloadFailure(exception);
        }
    }

    private Task<DriveItem> GetItemAsync(CancellationToken cancellationToken) => _client.GetItemAsync(source, cancellationToken);

    private long? AnnouncedLength => terms.Conversion is null ? _item.Size : null;

    /// <summary>Whether a hash or the size can prove a body of a media type that speaks against it.</summary>
    private bool CanBeProved => HasComparableHash || (terms is { Conversion: null, TakesAnything: false } && _item.Size is not null);

    private bool HasComparableHash =>
        terms is { Conversion: null, ComparesHash: true, TakesAnything: false } && sink.CanCompareWith(_item);

    /// <summary>Begins again because the file is another one now.</summary>
    private void StartOver()
    {
        if (++_startsOver > MaximumStartsOver || !sink.CanStartOver)
        {
            throw new ContentVerificationException(
                terms.Conversion is null
                    ? $"The file changed during the download: {sink.Position} bytes of an earlier version were written to the destination."
                    : $"The converted download was interrupted and cannot be resumed: {sink.Position} bytes were written to the "
                        + "destination.");
        }

        Discard();
    }

    private void Discard()
    {
        sink.StartOver();
        (_tag, _length) = (null, null);
        (_isPieced, _isWebPage, _isText, _isOdd) = (false, false, false, false);
    }
}
