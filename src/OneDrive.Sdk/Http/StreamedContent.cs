using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Http;

/// <summary>
/// A response body that is read while it arrives: each read must bring something within the limit, file content counts against the
/// bandwidth limit, and the lease of the stream is released at the end.
/// </summary>
internal sealed class StreamedContent(HttpContent inner, InactivityTimer timer, BandwidthLimiter? limiter, bool isFile)
    : WrappedContent(inner)
{
    /// <summary>Released at the end of the stream or when the content is disposed; set by the gate.</summary>
    internal StreamLease? Lease { get; set; }

    /// <summary>Whether the body is the content of a file.</summary>
    internal bool IsFile => isFile;

    internal InactivityTimer Timer => timer;

    internal BandwidthLimiter? Limiter => limiter;

    protected override Stream Wrap(Stream inner) => new StreamedBody(inner, this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Lease?.Dispose();
        base.Dispose(disposing);
        if (disposing)
            timer.Dispose();
    }
}
