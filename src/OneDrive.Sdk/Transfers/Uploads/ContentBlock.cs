namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A pooled array with bytes of an upload, which requests send from. An abandoned request may still be reading: its bytes are never
/// overwritten, and the array is not returned to the pool.
/// </summary>
internal sealed class ContentBlock(byte[] array)
{
    /// <summary>Far below the possible number of senders, so that late senders still see a negative count.</summary>
    private const int Released = int.MinValue / 2;

    private int _senders;

    internal byte[] Array => array;

    /// <exception cref="IOException">The content was already released: it was sent before, or the request outlived its upload.</exception>
    internal void BeginSend()
    {
        if (Interlocked.Increment(ref _senders) <= 0)
            throw new IOException("The content of the request was already released.");
    }

    internal void EndSend() => Interlocked.Decrement(ref _senders);

    /// <summary>Ends the use of the block; false while a request is still reading, so that the array must not be reused.</summary>
    internal bool TryRelease() => Interlocked.CompareExchange(ref _senders, Released, 0) == 0;
}
