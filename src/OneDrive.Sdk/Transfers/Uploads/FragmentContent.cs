using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>A request body that sends a fragment while its end may still be read.</summary>
internal sealed class FragmentContent : HttpContent, IWatchedBody
{
    private static readonly MediaTypeHeaderValue OctetStream = new("application/octet-stream");

    private readonly FragmentFeed _feed;
    private InactivityTimer? _timer;
    private BandwidthLimiter? _limiter;

    internal FragmentContent(FragmentFeed feed)
    {
        _feed = feed;
        Headers.ContentType = OctetStream;
        Headers.ContentLength = feed.Length;
    }

    public void Watch(InactivityTimer timer, BandwidthLimiter? limiter) => (_timer, _limiter) = (timer, limiter);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var timer = _timer;
        var line = timer is null ? stream : new TouchingStream(stream, timer, _limiter);
        for (var sent = 0; sent < _feed.Length;)
        {
            if (!_feed.HasAfter(sent))
                await WaitForSourceAsync(timer, sent, cancellationToken).ConfigureAwait(false);

            var block = _feed.PieceAfter(sent, out var bytes);
            block.BeginSend();
            try
            {
                await line.WriteAsync(block.Array.AsMemory(bytes), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                block.EndSend();
            }

            sent += bytes.End.Value - bytes.Start.Value;
            _feed.Sent(sent);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _feed.Length;
        return true;
    }

    // A slow source does not count as inactivity of the connection.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitForSourceAsync(InactivityTimer? timer, int sent, CancellationToken cancellationToken)
    {
        timer?.Pause();
        await _feed.WaitAfterAsync(sent, cancellationToken).ConfigureAwait(false);
        timer?.Touch();
    }
}
