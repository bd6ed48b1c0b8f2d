using System.Buffers;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The one pooled buffer of an upload, which requests send from. A request that was given up may still be reading: its bytes are never
/// overwritten, the buffer is left to it and to the garbage collector, and a fresh one takes its place.
/// </summary>
internal sealed class FragmentBuffer : IDisposable
{
    private readonly int _capacity;
    private Rental _rental;

    internal FragmentBuffer(int capacity)
    {
        _capacity = capacity;
        _rental = new Rental(capacity);
    }

    /// <summary>A request body of some of the bytes. It sends the same bytes whatever happens to the buffer afterwards.</summary>
    internal FragmentContent CreateContent(int offset, int count) => new(_rental, offset, count);

    /// <summary>Gets the buffer for writing, with the kept bytes moved to its front.</summary>
    internal Memory<byte> PrepareForWriting(int keptOffset, int keptCount)
    {
        var kept = _rental.Array.AsSpan(keptOffset, keptCount);
        if (_rental.IsBeingSent)
        {
            var fresh = new Rental(_capacity);
            kept.CopyTo(fresh.Array);
            _rental = fresh;
        }
        else if (keptOffset > 0)
        {
            kept.CopyTo(_rental.Array);
        }

        return _rental.Array.AsMemory(0, _capacity);
    }

    /// <summary>Gives the buffer back, cleared: the pool is shared with the rest of the process.</summary>
    public void Dispose() => _rental.GiveBack();

    internal sealed class Rental(int capacity)
    {
        private int _senders;
        private byte[]? _array = ArrayPool<byte>.Shared.Rent(capacity);

        internal byte[] Array => _array ?? throw new ObjectDisposedException(nameof(FragmentBuffer));

        internal bool IsBeingSent => Volatile.Read(ref _senders) > 0;

        internal void BeginSend() => Interlocked.Increment(ref _senders);

        internal void EndSend() => Interlocked.Decrement(ref _senders);

        internal void GiveBack()
        {
            var array = Interlocked.Exchange(ref _array, null);
            if (array is not null && !IsBeingSent)
                ArrayPool<byte>.Shared.Return(array, clearArray: true);
        }
    }
}
