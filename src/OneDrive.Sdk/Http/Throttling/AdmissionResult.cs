namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The outcome of an attempt for the gate.</summary>
/// <param name="Outcome">The effect on the estimated load.</param>
/// <param name="RetryAfter">The <c>Retry-After</c> of the service, in seconds; null if there is none.</param>
/// <param name="OwnPause">The delay in seconds before the next attempt without a <c>Retry-After</c>.</param>
/// <param name="OwnPauseGrows">Whether that delay doubles with each consecutive rejection.</param>
/// <param name="Budget">The RateLimit headers of the response, if any.</param>
internal readonly record struct AdmissionResult(
    AdmissionOutcome Outcome, double? RetryAfter = null, double OwnPause = 1, bool OwnPauseGrows = true, RateLimitReport? Budget = null);
