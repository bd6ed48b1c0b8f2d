using System.Net;

namespace OneDrive.Sdk.Http;

/// <summary>A request body that resets the inactivity timer with every sent block. It does not own the wrapped body.</summary>
internal sealed class TouchingContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly InactivityTimer _timer;
    private readonly BandwidthLimiter? _limiter;

    internal TouchingContent(HttpContent inner, InactivityTimer timer, BandwidthLimiter? limiter)
    {
        _inner = inner;
        _timer = timer;
        _limiter = limiter;
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _inner.CopyToAsync(new TouchingStream(stream, _timer, _limiter), context, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }
}
