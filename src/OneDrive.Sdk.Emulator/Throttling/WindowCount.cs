namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>What was used in the window that there is now.</summary>
internal sealed class WindowCount(ServiceLimit limit)
{
    private long _window = long.MinValue;

    public ServiceLimit Limit { get; } = limit;

    public long Used { get; private set; }

    public long Remaining => Math.Max(0, Limit.Amount - Used);

    /// <summary>Goes on to the window of a time. What was charged beyond the last one counts in this.</summary>
    public void MoveTo(DateTimeOffset now)
    {
        var window = now.UtcTicks / Limit.Window.Ticks;
        if (window == _window)
            return;
        var passed = window - _window;
        Used = _window == long.MinValue || passed < 0 || passed > Used / Limit.Amount ? 0 : Math.Max(0, Used - (passed * Limit.Amount));
        _window = window;
    }

    public void Charge(long amount) => Used += amount;

    public TimeSpan UntilReset(DateTimeOffset now) => TimeSpan.FromTicks(Limit.Window.Ticks - (now.UtcTicks % Limit.Window.Ticks));

    /// <summary>When there is room for an amount; null when there is now.</summary>
    public TimeSpan? WaitFor(long amount, DateTimeOffset now)
    {
        var excess = Used + amount - Limit.Amount;
        if (excess <= 0)
            return null;
        var windows = (Math.Min(excess, Used) + Limit.Amount - 1) / Limit.Amount;
        return UntilReset(now) + (Math.Max(0, windows - 1) * Limit.Window);
    }
}
