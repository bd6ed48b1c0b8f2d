using System.Diagnostics;

namespace OneDrive.Sdk.StressTests.Service;

/// <summary>
/// A clock without waiting: it jumps over every wait, and lets a limit on silence strike only when the emulator has really fallen silent,
/// once for each time. So nothing depends on how fast the machine is.
/// </summary>
internal sealed class StressClock : TimeProvider
{
    /// <summary>The limit of tidying up, which is no wait.</summary>
    private static readonly TimeSpan TidyingLimit = TimeSpan.FromSeconds(10);

    /// <summary>The limit of silence: the default of the library. A wait of the throttle gate may be longer.</summary>
    private static readonly TimeSpan SilenceLimit = new OneDriveRetryOptions().AttemptTimeout;

    private static readonly TimeSpan BodyLimit = 3 * SilenceLimit;

    private readonly object _gate = new();
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _skipped;
    private int _ended;

    /// <summary>How often the emulator has fallen silent so far.</summary>
    internal Func<int> Silences { get; set; } = () => 0;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StressTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal static bool IsLimit(TimeSpan time) => time == TidyingLimit || time == SilenceLimit || time == BodyLimit;

    /// <summary>Whether a limit is of silence. That of a whole body is longer and never strikes: dripping is another fault.</summary>
    internal static bool IsOfSilence(TimeSpan limit) => limit < BodyLimit;

    internal void Skip(TimeSpan time)
    {
        lock (_gate)
        {
            _skipped += time;
        }
    }

    /// <summary>Takes one silence that nobody has ended yet.</summary>
    internal bool TryEndSilence()
    {
        lock (_gate)
        {
            if (_ended >= Silences())
                return false;
            _ended++;
            return true;
        }
    }

    private TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return Stopwatch.GetElapsedTime(_started) + _skipped;
            }
        }
    }
}
