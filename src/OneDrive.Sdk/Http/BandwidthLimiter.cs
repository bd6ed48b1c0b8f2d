using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk.Http;

/// <summary>
/// A token bucket for the bytes of all transfers of a client. It starts full and holds an eighth of a second; waiting transfers are queued,
/// so that concurrent transfers get equal shares.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A semaphore whose wait handle is never used owns nothing; responses may still be read after the client is gone.")]
internal sealed class BandwidthLimiter
{
    /// <summary>Longer pieces would let one transfer hold up the others.</summary>
    private const int LongestPiece = 64 * 1024;

    private const double BurstSeconds = 1.0 / 8;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly long _bytesPerSecond;
    private readonly TimeProvider _timeProvider;
    private long _began;
    private long _taken;

    internal BandwidthLimiter(long bytesPerSecond, TimeProvider timeProvider)
    {
        _bytesPerSecond = bytesPerSecond;
        _timeProvider = timeProvider;
        _began = timeProvider.GetTimestamp();
        PieceSize = (int)Math.Min(LongestPiece, (long)(bytesPerSecond * BurstSeconds));
    }

    /// <summary>The most that may be taken at once.</summary>
    internal int PieceSize { get; }

    /// <summary>Waits until the bytes may pass. A cancelled wait does not consume bandwidth.</summary>
    internal async ValueTask TakeAsync(int count, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Since the bucket was last full, so many bytes were taken; time that brings more than it holds is lost.
            var elapsed = _timeProvider.GetElapsedTime(_began).TotalSeconds;
            if (elapsed * _bytesPerSecond >= _taken)
            {
                _began = _timeProvider.GetTimestamp();
                _taken = 0;
                elapsed = 0;
            }

            var wait = ((double)(_taken + count) / _bytesPerSecond) - BurstSeconds - elapsed;
            if (wait > 0)
                await Task.Delay(TimeSpan.FromSeconds(wait), _timeProvider, cancellationToken).ConfigureAwait(false);
            _taken += count;
        }
        finally
        {
            _turn.Release();
        }
    }
}
