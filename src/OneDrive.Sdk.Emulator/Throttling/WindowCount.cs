namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>The amount used in the current window.</summary>
internal sealed class WindowCount(ServiceLimit limit)
{
    private long _window = long.MinValue;

    public ServiceLimit Limit { get; } = limit;

    public long Used { get; private set; }

    public long Remaining => Math.Max(0, Limit.Amount - Used);

    /// <summary>Moves to the window of a time. An amount charged above the last window counts in this one.</summary>
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

    /// <summary>The time when an amount is available; null if it is available now.</summary>
    public TimeSpan? WaitFor(long amount, DateTimeOffset now)
    {
        var excess = Used + amount - Limit.Amount;
        if (excess <= 0)
            return null;
        var windows = (Math.Min(excess, Used) + Limit.Amount - 1) / Limit.Amount;
        return UntilReset(now) + (Math.Max(0, windows - 1) * Limit.Window);
    }
}
