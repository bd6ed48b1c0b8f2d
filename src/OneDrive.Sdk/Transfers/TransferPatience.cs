using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Counts the failures of a transfer since its last progress and computes the next delay: failures are limited by their number, throttled
/// retries by time.
/// </summary>
internal sealed class TransferPatience(RetryRules rules, TimeProvider timeProvider)
{
    private readonly RetryProgress _progress = new(rules, timeProvider);
    private bool _hasFailed;

    /// <summary>Resets the count after progress.</summary>
    internal void Renew()
    {
        _progress.Renew();
        _hasFailed = false;
    }

    /// <summary>Counts a failure and waits; a <c>Retry-After</c> of the service takes precedence over the computed delay.</summary>
    /// <param name="error">The exception to throw after too many failures.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> of the service.</param>
    /// <param name="isHarmless">Whether the failure does not indicate a problem of the service: the first retry is then immediate.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>How long it waited.</returns>
    internal async Task<TimeSpan> WaitAsync(
        OneDriveException error, TimeSpan? retryAfter, bool isHarmless, CancellationToken cancellationToken)
    {
        var isRefusal = error is OneDriveApiException answer && ResponseClassifier.NothingWasDone((int)answer.StatusCode, retryAfter);
        var wait = isRefusal ? _progress.AfterRefusal(retryAfter, pause: null) : _progress.AfterFailure(retryAfter);
        if (wait is null)
            throw error;

        var delay = isHarmless && !_hasFailed && retryAfter is null ? TimeSpan.Zero : wait.Value;
        _hasFailed = true;
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
        return delay;
    }
}
