using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A worker of a parallel download: downloads one range at a time, with as many attempts as necessary, and writes it to its position.
/// </summary>
internal sealed class RangeLane(
    GraphTransport transport, ItemAddress source, DownloadClient client, FileSink sink, Memory<byte> buffer, ILogger logger)
{
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);
    private readonly QuickXorHash _hash = new();
    private long _position;

    /// <summary>Fetches a range.</summary>
    /// <param name="range">The range.</param>
    /// <param name="version">Judges each answer.</param>
    /// <param name="written">Told how many bytes were written.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    /// <returns>
    /// Whether the whole range is there, and its hash unless the content is not hashed; false when a response is not of the version that is
    /// downloaded.
    /// </returns>
    internal async Task<(bool IsComplete, byte[]? Hash)> FetchAsync(
        ByteRange range, RangedVersion version, Action<int> written, CancellationToken cancellationToken)
    {
        _hash.Reset();
        _position = range.Start;
        while (_position < range.End)
        {
            var (failure, isOther) = await AttemptAsync(range, version, written, cancellationToken).ConfigureAwait(false);
            if (isOther)
                return default;
            if (failure is null)
                continue;

            // A new attempt asks for a new address: this one's time may be over, or its server in trouble.
            client.ForgetAddress();
            var delay = await _patience.WaitAsync(
                failure.Error, failure.RetryAfter, failure.IsHarmless, cancellationToken).ConfigureAwait(false);
            Log.DownloadContinues(logger, _position, failure.Error.GetType().Name, delay);
        }

        return (true, sink.IsHashed ? _hash.GetCurrentHash() : null);
    }

    private async Task<(DownloadFailure? Failure, bool IsOther)> AttemptAsync(
        ByteRange range, RangedVersion version, Action<int> written, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await client.OpenRangeAsync(
                source, _position, (int)(range.End - _position), version.Tag, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return (new DownloadFailure(exception), false);
        }

        var body = new DownloadBody(response);
        await using (body.ConfigureAwait(false))
        {
            if (ResponseClassifier.IsRangeMismatch(response.StatusCode))
                return (null, true);
            if (!response.IsSuccessStatusCode)
                return (await DownloadFailure.ReadAsync(transport, response, cancellationToken).ConfigureAwait(false), false);
            if (body.IsPartial && body.Start != _position)
                return (DownloadFailure.Unclear("the response does not start at the requested byte"), false);
            if (!await version.RecogniseAsync(body, cancellationToken).ConfigureAwait(false))
                return (null, true);
            return (await CopyAsync(body, range, written, cancellationToken).ConfigureAwait(false), false);
        }
    }

    private async Task<DownloadFailure?> CopyAsync(
        DownloadBody body, ByteRange range, Action<int> written, CancellationToken cancellationToken)
    {
        try
        {
            while (_position < range.End)
            {
                var room = buffer[..(int)Math.Min(buffer.Length, range.End - _position)];
                var count = await body.ReadAsync(room, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    return new DownloadFailure(body.BrokeOff());
                await sink.WriteAtAsync(_position, room[..count], cancellationToken).ConfigureAwait(false);
                if (sink.IsHashed)
                    _hash.Append(room.Span[..count]);
                _position += count;
                _patience.Renew();
                written(count);
            }

            return null;
        }
        catch (OneDriveConnectionException exception)
        {
            return new DownloadFailure(exception);
        }
    }
}
