namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Measures the speed of a transfer: an exponential moving average over time, so that one slow fragment neither dominates nor is ignored.
/// </summary>
internal sealed class TransferSpeed(TimeProvider timeProvider)
{
    /// <summary>Samples of this age have a weight of a third (1/e) of a current one.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    /// <summary>Bytes from a buffer arrive at once and do not indicate speed: samples are combined until they cover this time.</summary>
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMilliseconds(100);

    private long _sampledAt;
    private long? _sampledBytes;

    /// <summary>In bytes per second; null until there is a first sample.</summary>
    internal double? BytesPerSecond { get; private set; }

    /// <summary>Records the current number of bytes. The first call starts the measurement.</summary>
    internal void Note(long bytes)
    {
        var now = timeProvider.GetTimestamp();
        if (_sampledBytes is not { } before)
        {
            (_sampledBytes, _sampledAt) = (bytes, now);
            return;
        }

        var elapsed = timeProvider.GetElapsedTime(_sampledAt, now);
        if (elapsed < ShortestSample)
            return;

        var sample = (bytes - before) / elapsed.TotalSeconds;
        var weight = 1 - Math.Exp(-elapsed / Memory);
        BytesPerSecond = BytesPerSecond is { } average ? average + (weight * (sample - average)) : sample;
        (_sampledBytes, _sampledAt) = (bytes, now);
    }

    /// <summary>The time that the bytes take at this speed; null if it is unknown.</summary>
    internal TimeSpan? TimeFor(long? bytes) => (bytes, BytesPerSecond) switch
    {
        (0, _) => TimeSpan.Zero,
        ({ } rest, > 0 and { } speed) when rest / speed < TimeSpan.MaxValue.TotalSeconds => TimeSpan.FromSeconds(rest / speed),
        _ => null,
    };
}
