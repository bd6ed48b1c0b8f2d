namespace OneDrive.Sdk.Authentication;

/// <summary>A cached token with its refresh and expiration times.</summary>
internal sealed class CachedToken
{
    // A call that starts with the token should also end with it; Microsoft's own library keeps the same margin.
    private static readonly TimeSpan LargestMargin = TimeSpan.FromMinutes(5);
    private const double MarginShare = 0.2;
    private const double JitterShare = 0.1;

    private readonly TimeProvider _timeProvider;
    private readonly long _obtainedAt;
    private readonly TimeSpan _usableFor;
    private readonly DateTimeOffset _usableUntil;
    private readonly DateTimeOffset? _refreshFrom;

    /// <summary>Remembers a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="claims">The claims that it was requested with.</param>
    /// <param name="obtainedAt">When it was requested, on the wall clock.</param>
    /// <param name="timestamp">The same time as a monotonic timestamp.</param>
    /// <param name="timeProvider">The time provider.</param>
    internal CachedToken(AccessToken token, string? claims, DateTimeOffset obtainedAt, long timestamp, TimeProvider timeProvider)
    {
        Token = token;
        Claims = claims;
        _timeProvider = timeProvider;
        _obtainedAt = timestamp;
        var lifetime = token.ExpiresOn - obtainedAt;
        var margin = Min(LargestMargin, lifetime * MarginShare);
        _usableFor = lifetime - margin;
        _usableUntil = token.ExpiresOn - margin;

        // A little earlier than advised, differently each time: a fleet that started together does not come back together.
        _refreshFrom = token.RefreshOn is { } refreshOn
            ? refreshOn - (Min(LargestMargin, (refreshOn - obtainedAt) * JitterShare) * Random.Shared.NextDouble())
            : null;
    }

    internal AccessToken Token { get; }

    internal string? Claims { get; }

    /// <summary>Whether the token can still be used. Setting the wall clock back does not extend its lifetime.</summary>
    internal bool IsUsable => _timeProvider.GetUtcNow() < _usableUntil && _timeProvider.GetElapsedTime(_obtainedAt) < _usableFor;

    /// <summary>Whether a new token should be requested while this one is still used.</summary>
    internal bool IsRefreshDue => _refreshFrom is { } from && _timeProvider.GetUtcNow() >= from;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
