namespace OneDrive.Sdk.FieldTests.Support;

/// <summary>
/// A clock that runs faster than the system's by a factor: waits of minutes end within a second of a test, in their right proportion, and
/// a client with this clock and a service with this clock agree about the time.
/// </summary>
internal sealed class FastTime(double factor = 100) : TimeProvider
{
    private readonly DateTimeOffset _start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private readonly long _origin = System.GetTimestamp();

    /// <summary>How much of this clock's time has passed.</summary>
    internal TimeSpan Elapsed => System.GetElapsedTime(_origin) * factor;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override long GetTimestamp() => (long)((System.GetTimestamp() - _origin) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Scale(dueTime), Scale(period)), this);

    /// <summary>The same clock for a machine whose wall clock is wrong; timers stay right.</summary>
    internal TimeProvider Skewed(TimeSpan skew) => new SkewedTime(this, skew);

    private TimeSpan Scale(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / factor;

    private sealed class FastTimer(ITimer timer, FastTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Scale(dueTime), time.Scale(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }

    private sealed class SkewedTime(FastTime time, TimeSpan skew) : TimeProvider
    {
        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + skew;

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            time.CreateTimer(callback, state, dueTime, period);
    }
}
