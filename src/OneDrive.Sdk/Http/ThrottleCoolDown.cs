namespace OneDrive.Sdk.Http;

/// <summary>
/// How long nothing is sent, and how often the service was asked too much. A wait of up to one hour is obeyed to the second; of a longer
/// one only this is left, that one request an hour asks whether it still holds.
/// </summary>
internal sealed class ThrottleCoolDown
{
    /// <summary>The longest wait that is obeyed as a whole.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private DateTimeOffset _untilTime;
    private long _untilTimestamp;
    private bool _isCut;
    private long _refusals;

    /// <summary>How often the service refused work because there was too much of it; it only ever grows.</summary>
    internal long Refusals => Volatile.Read(ref _refusals);

    internal void CountRefusal() => Interlocked.Increment(ref _refusals);

    /// <summary>Shuts the gate for the given time, unless it is shut for longer already; tells whether it moved.</summary>
    internal bool ShutFor(TimeSpan wait, TimeProvider timeProvider)
    {
        lock (_gate)
        {
            var obeyed = wait > LongestWait ? LongestWait : wait;
            if (obeyed <= Left(timeProvider))
            {
                return false;
            }

            Shut(obeyed, timeProvider);
            _isCut = wait > LongestWait;
            return true;
        }
    }

    /// <summary>
    /// How long the gate stays shut. The wall clock may be set back while it is shut: then the clock that only moves forward counts, so
    /// that the gate is not shut for longer than was asked.
    /// </summary>
    internal TimeSpan Remaining(TimeProvider timeProvider)
    {
        lock (_gate)
        {
            return Left(timeProvider);
        }
    }

    /// <summary>
    /// Lets one request through after an hour of a longer wait, and keeps the others back for another hour or until
    /// <see cref="EndProbe"/>.
    /// </summary>
    /// <returns>True when the caller is that request; false when no wait was cut.</returns>
    internal bool TryBeginProbe(TimeProvider timeProvider)
    {
        lock (_gate)
        {
            if (!_isCut || Left(timeProvider) > TimeSpan.Zero)
            {
                return false;
            }

            Shut(LongestWait, timeProvider);
            return true;
        }
    }

    /// <summary>
    /// Takes the outcome of the probe: how long the service asks to wait now; null when it does not ask, or did not answer.
    /// </summary>
    internal void EndProbe(TimeSpan? wait, TimeProvider timeProvider)
    {
        lock (_gate)
        {
            (_untilTime, _untilTimestamp, _isCut) = (default, 0, false);
            if (wait is { } asked)
            {
                ShutFor(asked, timeProvider);
            }
        }
    }

    private void Shut(TimeSpan wait, TimeProvider timeProvider)
    {
        _untilTime = timeProvider.GetUtcNow() + wait;
        _untilTimestamp = timeProvider.GetTimestamp() + (long)(wait.TotalSeconds * timeProvider.TimestampFrequency);
    }

    private TimeSpan Left(TimeProvider timeProvider)
    {
        var byTime = _untilTime - timeProvider.GetUtcNow();
        var ticks = (double)(_untilTimestamp - timeProvider.GetTimestamp());
        var byTimestamp = TimeSpan.FromSeconds(ticks / timeProvider.TimestampFrequency);
        var left = byTime > byTimestamp + ClockTolerance ? byTimestamp : byTime;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
