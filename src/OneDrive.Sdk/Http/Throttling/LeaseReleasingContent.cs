namespace OneDrive.Sdk.Http.Throttling;

/// <summary>A streamed response that releases its lease when it ends.</summary>
internal sealed class LeaseReleasingContent(HttpContent inner, StreamLease lease, bool isContent) : WrappedContent(inner)
{
    protected override Stream Wrap(Stream inner) => new LeaseReleasingStream(inner, lease, isContent);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            lease.Dispose();
        base.Dispose(disposing);
    }
}
