namespace OneDrive.Sdk.Throttling.Real;

/// <summary>A clock that runs faster than the system's, so that a window of a minute lasts four seconds.</summary>
internal sealed class ScaledTime(double factor) : TimeProvider
{
    internal const double Factor = 15;

    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _origin = System.GetTimestamp();

    /// <summary>The seconds of this clock since it was made.</summary>
    internal double Seconds => System.GetElapsedTime(_origin).TotalSeconds * factor;

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_origin) * factor);

    public override long GetTimestamp() => (long)((System.GetTimestamp() - _origin) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Scale(dueTime), Scale(period));

    private TimeSpan Scale(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / factor;
}
