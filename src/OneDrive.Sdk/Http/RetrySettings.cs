namespace OneDrive.Sdk.Http;

/// <summary>The retry options, validated and frozen.</summary>
/// <param name="Mode">Which statuses are retried.</param>
/// <param name="StatusCodes">The statuses of the mode that lists them.</param>
/// <param name="MaxRetryAttempts">How often a failure is retried.</param>
/// <param name="IsMaxRetryAttemptsSet">
/// Whether the application set the number of attempts, which then limits throttled retries as well.
/// </param>
/// <param name="MaxElapsed">How long a throttled call is retried.</param>
/// <param name="IsBoundedByTime">Whether throttled retries are limited by time: unless only a number of attempts was set.</param>
/// <param name="UseExponentialBackoff">Whether own delays grow.</param>
/// <param name="BaseDelay">The first own delay.</param>
/// <param name="MaxDelay">The longest own delay.</param>
/// <param name="MaxRetryAfter">The longest accepted delay of the service.</param>
/// <param name="AttemptTimeout">How long an attempt may be inactive.</param>
/// <param name="MaxConcurrentRequests">The concurrency limit of the client.</param>
internal sealed record RetrySettings(
    RetryMode Mode,
    int[] StatusCodes,
    int MaxRetryAttempts,
    bool IsMaxRetryAttemptsSet,
    TimeSpan MaxElapsed,
    bool IsBoundedByTime,
    bool UseExponentialBackoff,
    TimeSpan BaseDelay,
    TimeSpan MaxDelay,
    TimeSpan MaxRetryAfter,
    TimeSpan AttemptTimeout,
    int MaxConcurrentRequests)
{
    /// <summary>Whether throttled calls throw immediately.</summary>
    internal bool WaitsForNothing => Mode is RetryMode.None || MaxRetryAfter == TimeSpan.Zero;

    /// <summary>The options of some calls, over those of their client.</summary>
    internal static RetrySettings From(CallOptions options, RetrySettings client)
    {
        var settings = options.Retry is { } retry
            ? From(retry, client.MaxConcurrentRequests) with { AttemptTimeout = client.AttemptTimeout } : client;
        return options.MaxElapsed is { } elapsed ? settings with { MaxElapsed = elapsed, IsBoundedByTime = true } : settings;
    }

    internal static RetrySettings From(OneDriveRetryOptions options, int maxConcurrentRequests = int.MaxValue) => new(
        options.Mode,
        RetryStatusCodes.Read(options),
        options.MaxRetryAttempts,
        options.IsMaxRetryAttemptsSet,
        options.MaxElapsed,
        IsBoundedByTime: options.IsMaxElapsedSet || !options.IsMaxRetryAttemptsSet,
        options.UseExponentialBackoff,
        options.BaseDelay,
        options.MaxDelay,
        options.MaxRetryAfter,
        options.AttemptTimeout,
        maxConcurrentRequests);
}
