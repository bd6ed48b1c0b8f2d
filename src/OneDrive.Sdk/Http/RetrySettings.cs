using System.Collections.Frozen;

namespace OneDrive.Sdk.Http;

/// <summary>The retry options, validated and frozen.</summary>
internal sealed record RetrySettings
{
    internal required RetryMode Mode { get; init; }

    internal required FrozenSet<int> StatusCodes { get; init; }

    internal required int MaxRetryAttempts { get; init; }

    /// <summary>Whether the application set the number of attempts, which then limits throttled retries as well.</summary>
    internal bool IsMaxRetryAttemptsSet { get; init; }

    internal TimeSpan MaxElapsed { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether throttled retries are limited by time: unless only a number of attempts was set.</summary>
    internal bool IsBoundedByTime { get; init; } = true;

    internal int MaxConcurrentRequests { get; init; } = int.MaxValue;

    /// <summary>Whether throttled calls throw immediately.</summary>
    internal bool WaitsForNothing => Mode is RetryMode.None || MaxRetryAfter == TimeSpan.Zero;

    internal required bool UseExponentialBackoff { get; init; }

    internal required TimeSpan BaseDelay { get; init; }

    internal required TimeSpan MaxDelay { get; init; }

    internal required TimeSpan MaxRetryAfter { get; init; }

    internal required TimeSpan AttemptTimeout { get; init; }

    /// <summary>The options of some calls, over those of their client.</summary>
    internal static RetrySettings From(CallOptions options, RetrySettings client)
    {
        var settings = options.Retry is { } retry
            ? From(retry) with { MaxConcurrentRequests = client.MaxConcurrentRequests, AttemptTimeout = client.AttemptTimeout } : client;
        return options.MaxElapsed is { } elapsed ? settings with { MaxElapsed = elapsed, IsBoundedByTime = true } : settings;
    }

    internal static RetrySettings From(OneDriveRetryOptions options) => new()
    {
        Mode = options.Mode,
        StatusCodes = RetryStatusCodes.Read(options),
        MaxRetryAttempts = options.MaxRetryAttempts,
        IsMaxRetryAttemptsSet = options.IsMaxRetryAttemptsSet,
        MaxElapsed = options.MaxElapsed,
        IsBoundedByTime = options.IsMaxElapsedSet || !options.IsMaxRetryAttemptsSet,
        UseExponentialBackoff = options.UseExponentialBackoff,
        BaseDelay = options.BaseDelay,
        MaxDelay = options.MaxDelay,
        MaxRetryAfter = options.MaxRetryAfter,
        AttemptTimeout = options.AttemptTimeout,
    };
}
