using System.Buffers;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The buffered part of an upload: consecutive bytes in pooled blocks. Bytes are appended while requests send from the front; only one
/// caller at a time changes the window.
/// </summary>
internal sealed class ContentWindow(int blockSize) : IDisposable
{
    private readonly List<ContentBlock> _blocks = [];
    private readonly Stack<byte[]> _spare = [];
    private long _blocksStart;

    /// <summary>The position of the first byte.</summary>
    internal long Start { get; private set; }

    /// <summary>The position after the last byte.</summary>
    internal long End { get; private set; }

    /// <summary>Gets space for the following bytes, up to a position or to the end of a block.</summary>
    internal Memory<byte> RoomUpTo(long position)
    {
        var block = (int)((End - _blocksStart) / blockSize);
        if (block == _blocks.Count)
            _blocks.Add(new ContentBlock(_spare.TryPop(out var array) ? array : ArrayPool<byte>.Shared.Rent(blockSize)));
        var offset = (int)((End - _blocksStart) % blockSize);
        return _blocks[block].Array.AsMemory(offset, (int)Math.Min(blockSize - offset, position - End));
    }

    /// <summary>Takes the bytes that were written to the room.</summary>
    internal void Add(int count) => End += count;

    /// <summary>Forgets what comes before a position in the window.</summary>
    internal void DropBefore(long position)
    {
        Start = position;
        var dropped = (int)((position - _blocksStart) / blockSize);
        ReleaseFirst(Math.Min(dropped, _blocks.Count));
    }

    /// <summary>Forgets everything and continues at another position.</summary>
    internal void MoveTo(long position)
    {
        ReleaseFirst(_blocks.Count);
        Start = End = _blocksStart = position;
    }

    /// <summary>The block of a position in the window.</summary>
    internal ContentBlock BlockAt(long position) => _blocks[(int)((position - _blocksStart) / blockSize)];

    /// <summary>The position after the block of a position, which may still be empty.</summary>
    internal long EndOfBlock(long position) => position + blockSize - ((position - _blocksStart) % blockSize);

    /// <summary>The bytes as request content. Later changes of the window do not affect it.</summary>
    internal FragmentFeed CreateFeed(ByteRange range, TimeProvider timeProvider) =>
        new(range, (int)((range.Start - _blocksStart) % blockSize), blockSize, timeProvider);

    /// <summary>Returns the blocks, cleared, because the pool is shared with the rest of the process.</summary>
    public void Dispose()
    {
        ReleaseFirst(_blocks.Count);
        while (_spare.TryPop(out var array))
            ArrayPool<byte>.Shared.Return(array, clearArray: true);
    }

    private void ReleaseFirst(int count)
    {
        for (var index = 0; index < count; index++)
        {
            if (_blocks[index].TryRelease())
                _spare.Push(_blocks[index].Array);
        }

        _blocks.RemoveRange(0, count);
        _blocksStart += (long)count * blockSize;
    }
}
