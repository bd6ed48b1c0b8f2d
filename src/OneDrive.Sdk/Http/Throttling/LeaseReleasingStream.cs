using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>Releases its lease at the end of the stream or when it is disposed.</summary>
internal sealed class LeaseReleasingStream(Stream inner, StreamLease lease, bool isContent) : ReadThroughStream(inner)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (isContent && read > 0)
            CallMetrics.Transferred(read, "download");
        if (read == 0 && buffer.Length > 0)
            lease.Dispose();
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            lease.Dispose();
    }
}
