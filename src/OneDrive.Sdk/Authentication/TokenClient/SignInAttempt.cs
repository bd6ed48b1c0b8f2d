namespace OneDrive.Sdk.Authentication;

/// <summary>The result of one attempt at a service of a sign-in.</summary>
/// <typeparam name="T">The usable response.</typeparam>
internal sealed class SignInAttempt<T>
    where T : class
{
    /// <summary>The usable response; null if the attempt failed.</summary>
    internal T? Response { get; init; }

    /// <summary>The failure; null if the attempt succeeded.</summary>
    internal OneDriveException? Failure { get; init; }

    internal SignInRetry Retry { get; init; }

    /// <summary>Whether the service may have processed the request: a one-time code or refresh token may have been used.</summary>
    internal bool MayBeDone { get; init; }

    /// <summary>The <c>Retry-After</c> of the service.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The failure in short, for the log; free of secrets.</summary>
    internal string Reason { get; init; } = "";

    /// <summary>The same attempt, after which no other is made.</summary>
    internal SignInAttempt<T> WithoutRetry() => new() { Response = Response, Failure = Failure, RetryAfter = RetryAfter, Reason = Reason };
}
