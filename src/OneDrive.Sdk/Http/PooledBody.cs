using System.Buffers;
using System.Net;

namespace OneDrive.Sdk.Http;

/// <summary>
/// A complete body in one pooled array, which is returned when the response is disposed; values that were read must not refer to it. The
/// array is cleared before, because responses contain pre-authenticated URLs and the pool is shared with the rest of the process.
/// </summary>
internal sealed class PooledBody(int capacity) : HttpContent
{
    private const int Smallest = 16 * 1024;

    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, Smallest));
    private int _length;

    /// <summary>What came.</summary>
    internal ReadOnlyMemory<byte> Memory => Buffer.AsMemory(0, _length);

    private byte[] Buffer => _buffer ?? throw new ObjectDisposedException(nameof(PooledBody));

    /// <summary>Room for more; the body grows when there is none.</summary>
    internal Memory<byte> GetRoom()
    {
        if (_length == Buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
            Memory.CopyTo(larger);
            Return();
            _buffer = larger;
        }

        return Buffer.AsMemory(_length);
    }

    /// <summary>Counts what was written into the room.</summary>
    internal void Advance(int count) => _length += count;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Memory).AsTask();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(Memory, cancellationToken).AsTask();

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.Write(Memory.Span);

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Return();
        }

        base.Dispose(disposing);
    }

    private void Return()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            buffer.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
