namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// Counts the failures of a call and the time since it was throttled, and decides whether and when it is sent again. Throttled retries are
/// limited by time, failures by count; a count that the application set limits both.
/// </summary>
internal sealed class RetryProgress(RetryRules rules, TimeProvider timeProvider)
{
    private int _failures;
    private int _refusals;
    private long _firstRefusedAt;

    /// <summary>The time since the first rejection; zero if there was none.</summary>
    internal TimeSpan RefusedFor => _refusals == 0 ? TimeSpan.Zero : timeProvider.GetElapsedTime(_firstRefusedAt);

    private RetrySettings Settings => rules.Settings;

    private int Counted => Settings.IsMaxRetryAttemptsSet ? _failures + _refusals : _failures;

    private bool IsUsedUp => Counted >= Settings.MaxRetryAttempts;

    /// <summary>Resets counts and times after progress.</summary>
    internal void Renew() => (_failures, _refusals) = (0, 0);

    /// <summary>The request was not executed and can be repeated: gets the delay, or null if the call ends.</summary>
    /// <param name="retryAfter">The <c>Retry-After</c> of the service.</param>
    /// <param name="pause">The current pause of a gate; null if the caller waits itself.</param>
    internal TimeSpan? AfterRefusal(TimeSpan? retryAfter, TimeSpan? pause)
    {
        if (Settings.WaitsForNothing || !rules.WaitsFor(retryAfter) || pause > Settings.MaxRetryAfter
            || (Settings.IsMaxRetryAttemptsSet && IsUsedUp))
            return null;
        if (_refusals == 0)
            _firstRefusedAt = timeProvider.GetTimestamp();
        var delay = pause ?? rules.DelayBefore(_refusals, retryAfter);
        if (Settings.IsBoundedByTime && RefusedFor + delay > Settings.MaxElapsed)
            return null;
        _refusals++;
        return delay;
    }

    /// <summary>It is unknown whether the request was executed: gets the delay before the next attempt, or null if the call ends.</summary>
    internal TimeSpan? AfterFailure(TimeSpan? retryAfter)
    {
        if (IsUsedUp || !rules.WaitsFor(retryAfter))
            return null;
        return rules.DelayBefore(_failures++, retryAfter);
    }
}
