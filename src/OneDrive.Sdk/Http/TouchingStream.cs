using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Writes in pieces small enough that a slow line still shows movement within the limit. Waiting for bandwidth is not a silence of the
/// line.
/// </summary>
internal sealed class TouchingStream(Stream inner, InactivityTimer timer, BandwidthLimiter? limiter) : Stream
{
    /// <summary>At the default limit of 100 s even 5 kbit/s moves one piece in time.</summary>
    private const int PieceSize = 64 * 1024;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // Piece for piece nothing is left on the heap: a large body makes as much of it as a small one.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            var piece = buffer[..Math.Min(buffer.Length, limiter?.PieceSize ?? PieceSize)];
            if (limiter is not null)
                await WaitForBandwidthAsync(limiter, piece.Length, cancellationToken).ConfigureAwait(false);
            await inner.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            timer.Touch();
            buffer = buffer[piece.Length..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Request bodies support asynchronous writes only.");

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException("Request bodies support asynchronous writes only.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask WaitForBandwidthAsync(BandwidthLimiter limiter, int count, CancellationToken cancellationToken)
    {
        timer.Pause();
        await limiter.TakeAsync(count, cancellationToken).ConfigureAwait(false);
        timer.Touch();
    }
}
