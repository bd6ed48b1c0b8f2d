using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Downloads ranges of one version of a file, each with as many connections as necessary. If the file is replaced, an exception is thrown:
/// content of two versions is never mixed.
/// </summary>
internal sealed class RangeReader(GraphTransport transport, ItemAddress source, DriveItem item, ILogger logger)
{
    private readonly DownloadClient _client = new(transport);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);
    private DriveItem _item = item;
    private string? _tag;
    private long? _length;
    private bool _isLengthStated;

    /// <summary>The file as it was described last.</summary>
    internal DriveItem Item => _item;

    /// <summary>The length that the first response stated, or else the described size.</summary>
    internal long Length => _length ?? 0;

    /// <summary>The length that the first response stated; null when it stated none.</summary>
    internal long? StatedLength => _isLengthStated ? _length : null;

    /// <summary>The tag of the first response.</summary>
    internal string? Tag => _tag;

    /// <summary>Reads bytes from a position on, fewer than requested only at the end of the file.</summary>
    /// <exception cref="ContentChangedException">The file was replaced since the first range was read.</exception>
    internal async Task<int> ReadAsync(long position, Memory<byte> target, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (true)
        {
            var (count, failure, doubt) = await AttemptAsync(position + filled, target[filled..], cancellationToken).ConfigureAwait(false);
            if (doubt is not RangeDoubt.None)
                failure = await ResolveAsync(doubt, failure, cancellationToken).ConfigureAwait(false);
            if (doubt is RangeDoubt.None || failure is null)
                filled += count;
            if (failure is null)
                break;

            // A new attempt asks for a new address: this one's time may be over, or its server in trouble.
            _client.ForgetAddress();
            if (count > 0)
                _patience.Renew();
            var delay = await _patience.WaitAsync(
                failure.Error, failure.RetryAfter, failure.IsHarmless, cancellationToken).ConfigureAwait(false);
            Log.DownloadContinues(logger, position + filled, failure.Error.GetType().Name, delay);
        }

        _patience.Renew();
        return filled;
    }

    /// <summary>Asks what the service says of the file now; whether the content is the same, or null when it does not tell.</summary>
    /// <exception cref="ContentChangedException">It was replaced.</exception>
    internal async Task<bool?> AskAsync(CancellationToken cancellationToken)
    {
        var now = await _client.GetItemAsync(source, cancellationToken).ConfigureAwait(false);
        var isSame = DownloadVersion.HaveSameContent(now, _item);
        if (isSame is false)
            throw Changed();
        _item = now;
        return isSame;
    }

    /// <summary>Begins again with the file as it is now; nothing of it was handed out.</summary>
    internal async Task StartOverAsync(CancellationToken cancellationToken)
    {
        _client.ForgetAddress();
        _item = await _client.GetItemAsync(source, cancellationToken).ConfigureAwait(false);
        (_tag, _length, _isLengthStated) = (null, null, false);
    }

    private async Task<(int Count, DownloadFailure? Failure, RangeDoubt Doubt)> AttemptAsync(
        long position, Memory<byte> target, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _client.OpenRangeAsync(source, position, target.Length, _tag, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return (0, new DownloadFailure(exception), RangeDoubt.None);
        }

        var body = new DownloadBody(response);
        await using (body.ConfigureAwait(false))
        {
            if (ResponseClassifier.IsRangeMismatch(response.StatusCode))
                return RefusedRange(response, position);
            if (!response.IsSuccessStatusCode)
                return (0, await DownloadFailure.ReadAsync(transport, response, cancellationToken).ConfigureAwait(false), RangeDoubt.None);
            if (RefusedContent.ReasonOf(body, _item) is { } reason && (!body.HasContent || _length is null || body.TotalLength != _length))
                return (0, new DownloadFailure(RefusedContent.Error(reason), IsHarmless: true), RangeDoubt.None);
            if (body.Start < 0 || body.Start > position)
                return (0, DownloadFailure.Unclear("the response does not start at the requested byte"), RangeDoubt.None);
            var doubt = Recognise(body);
            if (doubt is RangeDoubt.Contradicts)
                return (0, DownloadFailure.Unclear("the response does not identify the same version of the file (ETag)"), doubt);
            var (count, failure) = await FillAsync(body, position, target, cancellationToken).ConfigureAwait(false);
            return (count, failure, doubt);
        }
    }

    /// <summary>An empty file has no range; any other has become shorter than it was, or the server is wrong for the moment.</summary>
    private (int Count, DownloadFailure? Failure, RangeDoubt Doubt) RefusedRange(HttpResponseMessage response, long position)
    {
        var length = response.Content.Headers.ContentRange?.Length ?? (_item.Size == 0 ? 0 : null);
        if (position == 0 && length == 0 && _item.Size is 0 or null && (_length ??= 0) == 0)
            return (0, null, RangeDoubt.None);
        var failure = DownloadFailure.Unclear("the service rejected a range of the file");
        return (0, failure, _length is null ? RangeDoubt.None : RangeDoubt.Contradicts);
    }

    /// <summary>
    /// Makes sure that the bytes are of the same version as all before. A response has to say what the first one said; what it leaves out
    /// does not confirm the version.
    /// </summary>
    private RangeDoubt Recognise(DownloadBody body)
    {
        if (_length is not { } known)
        {
            _length = body.TotalLength ?? _item.Size ?? throw new OneDriveConnectionException(
                "Content.DownloadBytes: the response does not contain the length of the file.")
            { IsTransient = false };
            (_tag, _isLengthStated) = (body.Tag, body.TotalLength is not null);
            return RangeDoubt.None;
        }

        var hasOtherLength = body.TotalLength is { } total && total != known;
        if (!hasOtherLength && body.Tag is not null && body.Tag == _tag && !DownloadClient.IsWeak(_tag))
            return RangeDoubt.None;
        var saysLess = _isLengthStated ? body.TotalLength is null : _tag is not null && body.Tag is null;
        return hasOtherLength || saysLess ? RangeDoubt.Contradicts : RangeDoubt.SaysNothing;
    }

    /// <summary>Asks for the file after a response has come: unchanged now, it was unchanged then.</summary>
    private async Task<DownloadFailure?> ResolveAsync(RangeDoubt doubt, DownloadFailure? failure, CancellationToken cancellationToken)
    {
        var isSame = await AskAsync(cancellationToken).ConfigureAwait(false);
        return doubt is RangeDoubt.SaysNothing && isSame is null && _tag is not null
            ? DownloadFailure.Unclear("the response does not identify the version of the file (ETag)")
            : failure;
    }

    private async Task<(int Count, DownloadFailure? Failure)> FillAsync(
        DownloadBody body, long position, Memory<byte> target, CancellationToken cancellationToken)
    {
        var wanted = (int)Math.Min(target.Length, Length - position);
        var filled = 0;
        try
        {
            // A server that ignores the range sends everything: what comes before the range is passed over.
            if (!await body.SkipToAsync(position, target, cancellationToken).ConfigureAwait(false))
                return (0, new DownloadFailure(body.BrokeOff()));
            while (filled < wanted)
            {
                var count = await body.ReadAsync(target[filled..wanted], cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    return (filled, new DownloadFailure(body.BrokeOff()));
                filled += count;
            }

            return (filled, null);
        }
        catch (OneDriveConnectionException exception)
        {
            return (filled, new DownloadFailure(exception));
        }
    }

    private ContentChangedException Changed() => new($"The file '{_item.Name}' was replaced while it was being read. Open it again.");
}
