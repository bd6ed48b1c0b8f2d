namespace OneDrive.Sdk.Http;

/// <summary>The instant until which nothing is sent. Only ever moved later.</summary>
internal sealed class ThrottleCoolDown
{
    private long _untilUtcTicks;

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
