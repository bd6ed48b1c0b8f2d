namespace OneDrive.Sdk.Authentication;

/// <summary>What came of one attempt at the token endpoint.</summary>
internal sealed class TokenOutcome
{
    /// <summary>The token; null when the attempt failed.</summary>
    internal AccessToken? Token { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    internal OneDriveException? Failure { get; init; }

    internal TokenRetry Retry { get; init; }

    /// <summary>How long the endpoint wants us to wait.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>What happened, for the log; free of secrets.</summary>
    internal string Reason { get; init; } = "";
}
