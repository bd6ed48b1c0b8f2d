using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>The offset of the token endpoint's clock, from its Date headers. Assertions use the time of the endpoint.</summary>
internal sealed class EndpointClock(TimeProvider timeProvider, ILogger logger)
{
    // Less is within what the endpoint accepts, and within what a Date header (whole seconds) and the way there blur.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    // No clock shows other years; times are counted from what it shows, and must not overflow.
    private const int EarliestYear = 2000;
    private const int LatestYear = 2200;

    private long _skew;

    /// <summary>What to add to our time; zero as long as the difference does not matter.</summary>
    internal TimeSpan Skew => TimeSpan.FromTicks(Interlocked.Read(ref _skew));

    /// <summary>Learns from a response.</summary>
    internal void Observe(HttpResponseMessage response)
    {
        if (response.Headers.Date is not { Year: >= EarliestYear and <= LatestYear } date)
        {
            return;
        }

        var difference = date - timeProvider.GetUtcNow();
        var skew = difference.Duration() > Tolerance ? difference : TimeSpan.Zero;
        var before = TimeSpan.FromTicks(Interlocked.Exchange(ref _skew, skew.Ticks));
        if (IsNews(before, skew) && skew != TimeSpan.Zero)
        {
            Log.ClockSkew(logger, skew);
        }
    }

    /// <summary>Whether the clock was known to be about here before.</summary>
    internal bool HasMovedSince(TimeSpan skew) => IsNews(skew, Skew);

    private static bool IsNews(TimeSpan before, TimeSpan after) => (after - before).Duration() > Tolerance;
}
