namespace OneDrive.Sdk.Authentication;

/// <summary>What came of one attempt at the token endpoint.</summary>
internal sealed class TokenOutcome
{
    /// <summary>What the endpoint gave; null when the attempt failed.</summary>
    internal TokenReply? Reply { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    internal OneDriveException? Failure { get; init; }

    internal TokenRetry Retry { get; init; }

    /// <summary>Whether the endpoint may have done its work all the same: a code or token of one use may be spent.</summary>
    internal bool MayBeDone { get; init; }

    /// <summary>How long the endpoint wants us to wait.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>What happened, for the log; free of secrets.</summary>
    internal string Reason { get; init; } = "";
}
