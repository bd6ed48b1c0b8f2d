using System.Collections.Frozen;

namespace OneDrive.Sdk.Http;

/// <summary>The retry options, validated and frozen.</summary>
internal sealed record RetrySettings
{
    internal required RetryMode Mode { get; init; }

    internal required FrozenSet<int> StatusCodes { get; init; }

    internal required int MaxRetryAttempts { get; init; }

    internal required bool UseExponentialBackoff { get; init; }

    internal required TimeSpan BaseDelay { get; init; }

    internal required TimeSpan MaxDelay { get; init; }

    internal required TimeSpan MaxRetryAfter { get; init; }

    internal required TimeSpan AttemptTimeout { get; init; }

    internal static RetrySettings From(OneDriveRetryOptions options) => new()
    {
        Mode = options.Mode,
        StatusCodes = RetryStatusCodes.Read(options),
        MaxRetryAttempts = options.MaxRetryAttempts,
        UseExponentialBackoff = options.UseExponentialBackoff,
        BaseDelay = options.BaseDelay,
        MaxDelay = options.MaxDelay,
        MaxRetryAfter = options.MaxRetryAfter,
        AttemptTimeout = options.AttemptTimeout,
    };
}
