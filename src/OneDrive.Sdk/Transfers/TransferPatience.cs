using OneDrive.Sdk.Http;
using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Counts what goes wrong in a transfer since its last progress, and waits before it goes on: failures are bounded by their number,
/// refusals by time.
/// </summary>
internal sealed class TransferPatience(RetryRules rules, TimeProvider timeProvider)
{
    private readonly RetryProgress _progress = new(rules, timeProvider);
    private bool _hasFailed;

    /// <summary>Progress was made: the count starts anew.</summary>
    internal void Renew()
    {
        _progress.Renew();
        _hasFailed = false;
    }

    /// <summary>Counts a failure and waits; the wish of the service wins over our own delays.</summary>
    /// <param name="error">What to throw when there were too many failures.</param>
    /// <param name="retryAfter">The wish of the service.</param>
    /// <param name="isHarmless">Whether the failure is no sign of trouble at the service: the first time there is no wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How long it waited.</returns>
    internal async Task<TimeSpan> WaitAsync(
        OneDriveException error, TimeSpan? retryAfter, bool isHarmless, CancellationToken cancellationToken)
    {
        var isRefusal = error is OneDriveApiException answer && RetryRules.NothingWasDone((int)answer.StatusCode, retryAfter);
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
