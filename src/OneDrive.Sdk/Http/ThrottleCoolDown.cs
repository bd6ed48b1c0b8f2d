namespace OneDrive.Sdk.Http;

/// <summary>The instant until which nothing is sent, only ever moved later, and how often the service was asked too much.</summary>
internal sealed class ThrottleCoolDown
{
    private long _untilUtcTicks;
    private long _refusals;

    /// <summary>How often the service refused work because there was too much of it; it only ever grows.</summary>
    internal long Refusals => Volatile.Read(ref _refusals);

    internal void CountRefusal() => Interlocked.Increment(ref _refusals);

    /// <summary>Shuts the gate for the given time, unless it is shut for longer already; tells whether it moved.</summary>
    internal bool ShutFor(TimeSpan wait, TimeProvider timeProvider)
    {
        var until = timeProvider.GetUtcNow().UtcTicks + wait.Ticks;
        var current = Volatile.Read(ref _untilUtcTicks);
        while (until > current)
        {
            var seen = Interlocked.CompareExchange(ref _untilUtcTicks, until, current);
            if (seen == current)
            {
                return true;
            }

            current = seen;
        }

        return false;
    }

    internal TimeSpan Remaining(TimeProvider timeProvider)
    {
        var left = Volatile.Read(ref _untilUtcTicks) - timeProvider.GetUtcNow().UtcTicks;
        return left > 0 ? TimeSpan.FromTicks(left) : TimeSpan.Zero;
    }
}
