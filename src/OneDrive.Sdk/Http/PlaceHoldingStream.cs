using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Http;

/// <summary>Releases the concurrency lease at the end of the stream or when it is disposed.</summary>
internal sealed class PlaceHoldingStream(Stream inner, GatePlace place) : ReadThroughStream(inner)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read == 0 && buffer.Length > 0)
        {
            place.Dispose();
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            place.Dispose();
        }
    }
}
