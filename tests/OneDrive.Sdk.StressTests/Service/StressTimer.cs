namespace OneDrive.Sdk.StressTests.Service;

/// <summary>A timer of the <see cref="StressClock"/>: over at once when it is a wait, over in a silence when it is a limit.</summary>
internal sealed class StressTimer : ITimer
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(30);

    private readonly StressClock _clock;
    private readonly Action _callback;
    private readonly Timer _looks;
    private TimeSpan _limit;

    internal StressTimer(StressClock clock, Action callback)
    {
        _clock = clock;
        _callback = callback;
        _looks = new Timer(_ => EndSilence());
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return Set(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _limit = dueTime;
        if (StressClock.IsLimit(dueTime))
            return Set(Look, Look);

        _clock.Skip(dueTime);
        ThreadPool.QueueUserWorkItem(_ => _callback());
        return true;
    }

    public void Dispose() => _looks.Dispose();

    public ValueTask DisposeAsync() => _looks.DisposeAsync();

    private void EndSilence()
    {
        if (!StressClock.IsOfSilence(_limit) || !_clock.TryEndSilence())
            return;
        Set(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.Skip(_limit);
        _callback();
    }

    private bool Set(TimeSpan dueTime, TimeSpan period)
    {
        try
        {
            return _looks.Change(dueTime, period);
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
