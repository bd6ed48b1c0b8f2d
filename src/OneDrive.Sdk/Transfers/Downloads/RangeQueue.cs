namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Assigns the ranges of a file in order, limited to a window after the first missing byte, because content after a gap is lost when the
/// process is terminated.
/// </summary>
internal sealed class RangeQueue(long start, long end, int rangeSize, int window) : IDisposable
{
    private readonly SemaphoreSlim _room = new(window);
    private long _next = start;

    /// <summary>Takes the next range; null when all are taken.</summary>
    internal async ValueTask<ByteRange?> TakeAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _next) >= end)
            return null;
        await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        var first = Interlocked.Add(ref _next, rangeSize) - rangeSize;
        return first < end ? new ByteRange(first, Math.Min(first + rangeSize, end)) : null;
    }

    /// <summary>Told how many ranges have become part of what is there without a gap.</summary>
    internal void Settle(int ranges)
    {
        if (ranges > 0)
            _room.Release(ranges);
    }

    public void Dispose() => _room.Dispose();
}
