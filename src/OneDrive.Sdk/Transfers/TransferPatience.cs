using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>Counts failures since the last progress and computes the next delay.</summary>
internal sealed class TransferPatience(RetryRules rules, TimeProvider timeProvider)
{
    private int _failures;

    /// <summary>Whether the next failure is the last one.</summary>
    internal bool IsUsedUp => _failures >= rules.Settings.MaxRetryAttempts;

    /// <summary>Resets the count after progress.</summary>
    internal void Renew() => _failures = 0;

    /// <summary>Counts a failure and waits; a <c>Retry-After</c> of the service takes precedence over the computed delay.</summary>
    /// <param name="error">The exception to throw after too many failures.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> of the service.</param>
    /// <param name="isHarmless">Whether the failure does not indicate a problem of the service: the first retry is then immediate.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
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
