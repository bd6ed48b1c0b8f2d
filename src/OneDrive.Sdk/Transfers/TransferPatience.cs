using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>How often a transfer may be disappointed without any progress, and how long it waits each time.</summary>
internal sealed class TransferPatience(RetryRules rules, TimeProvider timeProvider)
{
    private int _failures;

    /// <summary>Whether there were so many failures that the next one is the last.</summary>
    internal bool IsUsedUp => _failures >= rules.Settings.MaxRetryAttempts;

    /// <summary>Progress was made: the count starts anew.</summary>
    internal void Renew() => _failures = 0;

    /// <summary>Counts a failure and waits; the wish of the service wins over our own delays.</summary>
    /// <param name="error">What to throw when there were too many failures.</param>
    /// <param name="retryAfter">The wish of the service.</param>
    /// <param name="isHarmless">Whether the failure is no sign of trouble at the service: the first time there is no wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How long it waited.</returns>
    internal async Task<TimeSpan> WaitAsync(
        OneDriveException error, TimeSpan? retryAfter, bool isHarmless, CancellationToken cancellationToken)
    {
        if (IsUsedUp || !rules.WaitsFor(retryAfter))
            throw error;

        var delay = isHarmless && _failures == 0 && retryAfter is null ? TimeSpan.Zero : rules.DelayBefore(_failures, retryAfter);
        _failures++;
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
        return delay;
    }
}
