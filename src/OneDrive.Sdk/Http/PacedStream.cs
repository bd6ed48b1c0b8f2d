namespace OneDrive.Sdk.Http;

/// <summary>Lets bytes through as fast as the limit allows.</summary>
internal sealed class PacedStream(Stream inner, BandwidthLimiter limiter) : ReadThroughStream(inner)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await Inner.ReadAsync(
            buffer[..Math.Min(buffer.Length, limiter.PieceSize)], cancellationToken).ConfigureAwait(false);
        if (count > 0)
            await limiter.TakeAsync(count, cancellationToken).ConfigureAwait(false);
        return count;
    }
}
