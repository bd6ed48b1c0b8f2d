using System.Net;

namespace OneDrive.Sdk.Errors;

/// <summary>
/// What the status of a response means: for retries, the throttle gate, transfers, batches and exceptions, so that they never disagree.
/// </summary>
internal static class ResponseClassifier
{
    /// <summary>
    /// The principal exceeds its limits: 429, and 509 for the bandwidth. 503 and 423 concern one request and do not count.
    /// </summary>
    internal static bool IsThrottled(int status) => status is 429 or 509;

    /// <summary>The service refused the request before it executed it: 423, 429, 509, and 503 with a Retry-After.</summary>
    internal static bool NothingWasDone(int status, TimeSpan? retryAfter) =>
        IsThrottled(status) || status is 423 || (status is 503 && retryAfter is not null);

    /// <summary>The service may have executed the request or not: 408 and the 5xx that do not say so.</summary>
    internal static bool IsUnknownOutcome(int status, TimeSpan? retryAfter) =>
        status is 408 || (status >= 500 && status is not 501 and not 505 and not 507 and not 509 && !NothingWasDone(status, retryAfter));

    /// <summary>The same request can succeed later. Reported as <see cref="OneDriveException.IsTransient"/>.</summary>
    internal static bool IsTransient(int status) => status is 408 or 423 or 500 or 502 or 503 or 504 || IsThrottled(status);

    /// <summary>
    /// A request without side effects is worth another attempt: 408, 423, 425, 429 and all 5xx, the unusual ones of proxies included.
    /// </summary>
    internal static bool IsWorthAnotherAttempt(int status) => status is 408 or 423 or 425 or 429 or >= 500;

    /// <summary>A pre-authenticated address is no longer accepted; the item has another one.</summary>
    internal static bool IsExpiredAddress(int status) => status is 401 or 403 or 404 or 410;

    /// <summary>The requested or sent range does not fit to what the service has (416).</summary>
    internal static bool IsRangeMismatch(HttpStatusCode status) => status is HttpStatusCode.RequestedRangeNotSatisfiable;

    /// <inheritdoc cref="IsRangeMismatch(HttpStatusCode)"/>
    internal static bool IsRangeMismatch(OneDriveException error) =>
        error is OneDriveApiException answer && IsRangeMismatch(answer.StatusCode);

    /// <inheritdoc cref="NothingWasDone(int, TimeSpan?)"/>
    internal static bool NothingWasDone(OneDriveApiException error) => NothingWasDone((int)error.StatusCode, error.RetryAfter);

    /// <inheritdoc cref="IsUnknownOutcome(int, TimeSpan?)"/>
    internal static bool IsUnknownOutcome(OneDriveApiException error) => IsUnknownOutcome((int)error.StatusCode, error.RetryAfter);
}
