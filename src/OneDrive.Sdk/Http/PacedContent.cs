namespace OneDrive.Sdk.Http;

/// <summary>A response whose bytes count against the bandwidth limit.</summary>
internal sealed class PacedContent(HttpContent inner, BandwidthLimiter limiter) : WrappedContent(inner)
{
    protected override Stream Wrap(Stream inner) => new PacedStream(inner, limiter);
}
