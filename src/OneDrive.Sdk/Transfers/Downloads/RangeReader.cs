using System.Net;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Fetches ranges of one version of a file, each over as many connections as it takes. A file that was replaced meanwhile is an error:
/// bytes of two versions are never mixed.
/// </summary>
internal sealed class RangeReader(GraphTransport transport, ItemAddress source, DriveItem item, ILogger logger)
{
    private readonly DownloadClient _client = new(transport);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);
    private string? _tag;
    private long? _length;
    private bool _isWithoutTag;

    /// <summary>The length that the first answer told: the described size of some documents is not that of their bytes.</summary>
    internal long Length => _length ?? 0;

    /// <summary>Reads bytes from a position on, fewer than asked for only at the end of the file.</summary>
    /// <exception cref="ContentChangedException">The file was replaced since the first range was read.</exception>
    internal async Task<int> ReadAsync(long position, Memory<byte> target, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (true)
        {
            var (count, failure) = await AttemptAsync(position + filled, target[filled..], cancellationToken).ConfigureAwait(false);
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
        if (_isWithoutTag)
        {
            // Nothing in the answers tells versions apart, so the service is asked whether the file is still the same.
            var now = await _client.GetItemAsync(source, cancellationToken).ConfigureAwait(false);
            if (!ResumingDownload.IsSameContent(now, item))
                throw Changed();
        }

        return filled;
    }

    private async Task<(int Count, DownloadFailure? Failure)> AttemptAsync(
        long position, Memory<byte> target, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _client.OpenRangeAsync(source, position, target.Length, _tag, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return (0, new DownloadFailure(exception));
        }

        var body = new DownloadBody(response);
        await using (body.ConfigureAwait(false))
        {
            if (response.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable)
                return (0, RefusedRange(response, position));
            if (!response.IsSuccessStatusCode)
                return (0, await DownloadFailure.ReadAsync(transport, response, cancellationToken).ConfigureAwait(false));
            if (body.Start < 0 || body.Start > position)
                return (0, DownloadFailure.Unclear("the answer starts at another byte than was asked for"));

            Recognise(body);
            return await FillAsync(body, position, target, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An empty file has no range; any other has become shorter than it was, or the server is wrong for the moment.</summary>
    private DownloadFailure? RefusedRange(HttpResponseMessage response, long position)
    {
        var length = response.Content.Headers.ContentRange?.Length ?? (item.Size == 0 ? 0 : null);
        if (position == 0 && length == 0 && (_length ??= 0) == 0)
            return null;
        return length is null || length == _length ? new DownloadFailure(Changed()) : throw Changed();
    }

    /// <summary>Makes sure that the bytes are of the same version as all before.</summary>
    private void Recognise(DownloadBody body)
    {
        _isWithoutTag |= body.Tag is null;
        _tag ??= body.Tag;
        _length ??= body.TotalLength ?? item.Size ?? throw new OneDriveConnectionException(
            "Content.DownloadBytes: the answer does not say how long the file is.")
        { IsTransient = false };
        if ((body.Tag is not null && body.Tag != _tag) || (body.TotalLength is { } total && total != _length))
            throw Changed();
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

    private ContentChangedException Changed() => new($"The file '{item.Name}' was replaced while it was read; open it again.");
}
