namespace OneDrive.Sdk.Tests.Support;

/// <summary>
/// A clock that jumps over every wait: a delay is recorded, the time moves, and it is over. Watchdogs never fire: those of an hour or more,
/// or those that the test names.
/// </summary>
internal sealed class SkippingTimeProvider(Func<TimeSpan, bool>? isWatchdog = null) : TimeProvider
{
    /// <summary>How long the body of one answer may take by default: three times the limit on silence. It is no wait.</summary>
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(300);

    private readonly Func<TimeSpan, bool> _isWatchdog = isWatchdog ?? (due => due >= TimeSpan.FromHours(1));
    private readonly object _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    internal IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan || dueTime == BodyLimit || _isWatchdog(dueTime))
        {
            return new IdleTimer();
        }

        lock (_gate)
        {
            _waits.Add(dueTime);
            _now += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new IdleTimer();
    }

    private sealed class IdleTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
