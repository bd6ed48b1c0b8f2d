namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// Counts how often a call failed and since when it is refused, and says whether and when it is sent again. Refusals are bounded by time,
/// failures by count; a count that the application chose bounds both.
/// </summary>
internal sealed class RetryProgress(RetryRules rules, TimeProvider timeProvider)
{
    private int _failures;
    private int _refusals;
    private long _firstRefusedAt;

    /// <summary>The time since the first refusal; zero when there was none.</summary>
    internal TimeSpan RefusedFor => _refusals == 0 ? TimeSpan.Zero : timeProvider.GetElapsedTime(_firstRefusedAt);

    private RetrySettings Settings => rules.Settings;

    private int Counted => Settings.IsMaxRetryAttemptsSet ? _failures + _refusals : _failures;

    private bool IsUsedUp => Counted >= Settings.MaxRetryAttempts;

    /// <summary>Something went through: counts and times start anew.</summary>
    internal void Renew() => (_failures, _refusals) = (0, 0);

    /// <summary>The service did nothing and can be asked again: gets the wait before that, or null when the call ends here.</summary>
    /// <param name="retryAfter">The wait that the service asks for.</param>
    /// <param name="pause">The pause that a gate makes already; null when the caller waits on its own.</param>
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

    /// <summary>Nobody knows what the service did: gets the wait before the next attempt, or null when the call ends here.</summary>
    internal TimeSpan? AfterFailure(TimeSpan? retryAfter)
    {
        if (IsUsedUp || !rules.WaitsFor(retryAfter))
            return null;
        return rules.DelayBefore(_failures++, retryAfter);
    }
}
