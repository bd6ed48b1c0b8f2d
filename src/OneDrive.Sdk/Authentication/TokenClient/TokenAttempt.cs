namespace OneDrive.Sdk.Authentication;

/// <summary>What came of one attempt at the token endpoint.</summary>
internal sealed class TokenAttempt
{
    /// <summary>What the endpoint gave; null when the attempt failed.</summary>
    internal TokenReply? Reply { get; init; }

    /// <summary>The failure; null if the step succeeded.</summary>
    internal OneDriveException? Failure { get; init; }

    internal TokenRetry Retry { get; init; }

    /// <summary>Whether the endpoint may have processed the request: a one-time code or refresh token may have been used.</summary>
    internal bool MayBeDone { get; init; }

    /// <summary>The <c>Retry-After</c> of the endpoint.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>What happened, for the log; free of secrets.</summary>
    internal string Reason { get; init; } = "";
}
