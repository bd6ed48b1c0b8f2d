using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Decides which outcomes are repeated, and with which delay. Without side effects: the retry handler and the transfer engines use the same
/// rules.
/// </summary>
internal sealed class RetryRules(RetrySettings settings)
{
    /// <summary>Statuses that are caused by the request itself, so that repeating it does not help.</summary>
    private static bool IsNever(int status) => status is 400 or 401 or 403 or 404 or 409 or 412 or 501 or 505 or 507;

    internal RetrySettings Settings => settings;

    /// <summary>The maximum number of repetitions that only the sender can make safely.</summary>
    internal int MaxOwnRetries => settings.Mode is RetryMode.None ? 0 : settings.MaxRetryAttempts;

    internal bool Repeats(RequestTraits traits, HttpStatusCode statusCode, TimeSpan? retryAfter)
    {
        var status = (int)statusCode;
        if (status < 400 || traits.OwnsRetries || settings.WaitsForNothing || !ModeCovers(status))
        {
            return false;
        }

        return ResponseClassifier.NothingWasDone(status, retryAfter) || traits.IsIdempotent;
    }

    internal bool RepeatsAfterNoAnswer(RequestTraits traits) =>
        !settings.WaitsForNothing && !traits.OwnsRetries && traits.IsIdempotent;

    /// <summary>Whether the <c>Retry-After</c> of the service is within the limit.</summary>
    internal bool WaitsFor(TimeSpan? retryAfter) => retryAfter is null || retryAfter <= settings.MaxRetryAfter;

    /// <summary>
    /// The pause before attempt <paramref name="attempt"/> + 1 (0-based count of retries so far): the service's wish, but not less than our
    /// own pause with jitter.
    /// </summary>
    internal TimeSpan DelayBefore(int attempt, TimeSpan? retryAfter)
    {
        var own = settings.UseExponentialBackoff
            ? settings.BaseDelay * Math.Pow(2, Math.Min(attempt, 30))
            : settings.BaseDelay;
        own = own > settings.MaxDelay ? settings.MaxDelay : own;

        // As long as asked plus a little spread, so that many callers do not come back in the same instant; never less. A service that asks
        // for no time at all, or names one in the past, gets our own wait.
        return retryAfter is { } wish && wish > TimeSpan.Zero
            ? wish + (Min(Min(own, wish), TimeSpan.FromSeconds(1)) * 0.1 * Random.Shared.NextDouble())
            : settings.UseExponentialBackoff ? Min(own * Spread(), settings.MaxDelay) : own;
    }

    /// <summary>
    /// The first pause after a 429 without <c>Retry-After</c>. It is half of the first delay, because only one probe request is sent; with
    /// constant delays it is that delay.
    /// </summary>
    internal TimeSpan FirstPause() => settings.UseExponentialBackoff ? settings.BaseDelay / 2 * Spread() : settings.BaseDelay;

    private static double Spread() => 0.8 + (0.4 * Random.Shared.NextDouble());

    private bool ModeCovers(int status) => settings.Mode switch
    {
        RetryMode.None => false,
        RetryMode.Any => !IsNever(status) && ResponseClassifier.IsWorthAnotherAttempt(status),
        _ => Array.IndexOf(settings.StatusCodes, status) >= 0,
    };

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
