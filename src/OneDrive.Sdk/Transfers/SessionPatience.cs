using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>How often an upload session may disappoint without any progress, and how long to wait each time.</summary>
internal sealed class SessionPatience(RetryRules rules, TimeProvider timeProvider)
{
    private int _failures;

    /// <summary>Progress was made: the count starts anew.</summary>
    internal void Renew() => _failures = 0;

    /// <summary>Counts a failure and waits; the wish of the service wins over our own delays.</summary>
    /// <exception cref="OneDriveException">There were too many, or the service asks for a longer wait than the caller allows.</exception>
    internal async Task<TimeSpan> WaitAsync(SessionReply failure, CancellationToken cancellationToken)
    {
        if (_failures >= rules.Settings.MaxRetryAttempts || !rules.WaitsFor(failure.RetryAfter))
            throw failure.Error ?? new OneDriveConnectionException("The upload session takes no more bytes.");

        // To be out of step is no sign of trouble at the service: the first time, ask at once.
        var delay = failure.Kind is SessionReplyKind.OutOfStep && _failures == 0 ? TimeSpan.Zero : rules.DelayBefore(_failures, failure.RetryAfter);
        _failures++;
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
        return delay;
    }
}
