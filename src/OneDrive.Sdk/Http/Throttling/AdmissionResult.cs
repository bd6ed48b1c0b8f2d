namespace OneDrive.Sdk.Http.Throttling;

/// <summary>How an attempt ended, as far as the gate is concerned.</summary>
/// <param name="Outcome">What the answer says about the load.</param>
/// <param name="RetryAfter">The wait that the service asks for, in seconds; null when it asks for none.</param>
/// <param name="OwnPause">The wait in seconds before the next attempt when the service asks for none.</param>
/// <param name="OwnPauseGrows">Whether that wait doubles with each refusal in a row.</param>
/// <param name="Budget">The RateLimit headers of the answer, if there were some.</param>
internal readonly record struct AdmissionResult(
    AdmissionOutcome Outcome, double? RetryAfter = null, double OwnPause = 1, bool OwnPauseGrows = true, RateLimitReport? Budget = null);
