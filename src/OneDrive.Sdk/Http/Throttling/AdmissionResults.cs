using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>Converts responses to outcomes for the gate.</summary>
internal static class AdmissionResults
{
    internal static AdmissionResult Read(HttpResponseMessage response, RetryRules rules, TimeProvider timeProvider)
    {
        var budget = RateLimitHeaders.Read(response);
        if (response.IsSuccessStatusCode)
            return new AdmissionResult(AdmissionOutcome.Served, Budget: budget);
        return Of(response.StatusCode, RetryAfter.Read(response, timeProvider), rules) with { Budget = budget };
    }

    internal static AdmissionResult Of(HttpStatusCode statusCode, TimeSpan? retryAfter, RetryRules rules) => new(
        Outcome((int)statusCode, retryAfter),
        retryAfter?.TotalSeconds,
        rules.FirstPause().TotalSeconds,
        rules.Settings.UseExponentialBackoff);

    // A lock of one item says nothing of the load, unless it comes with a wait.
    private static AdmissionOutcome Outcome(int status, TimeSpan? retryAfter) => status switch
    {
        _ when ResponseClassifier.IsThrottled(status) => AdmissionOutcome.Throttled,
        503 => AdmissionOutcome.Busy,
        423 => retryAfter is null ? AdmissionOutcome.Unknown : AdmissionOutcome.Busy,
        408 or >= 500 => AdmissionOutcome.Unknown,
        _ => AdmissionOutcome.Served,
    };
}
