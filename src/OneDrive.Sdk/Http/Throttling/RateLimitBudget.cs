namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The remaining budget of the service until it is renewed, from the RateLimit headers.</summary>
internal sealed class RateLimitBudget
{
    /// <summary>A later renewal is limited to this time.</summary>
    private const double LongestWindow = 300;

    /// <summary>
    /// The remaining budget is used faster than evenly, so that a limit that is renewed gradually is not left unused. The pace decreases
    /// with the remaining budget and never exceeds it.
    /// </summary>
    private const double Haste = 6;

    private double _resetAt = double.NegativeInfinity;
    private double _valueArrivedAt = double.NegativeInfinity;
    private bool _wasExhausted;

    internal double Remaining { get; private set; } = double.PositiveInfinity;

    internal double Limit { get; private set; }

    internal double ResetAt => _resetAt;

    internal bool IsValid(double now) => now < _resetAt;

    /// <summary>
    /// Updates the budget. A response to a request sent after the current value replaces it; of concurrent requests the lower value is
    /// used.
    /// </summary>
    internal void Report(in RateLimitReport report, double sentAt, double now)
    {
        if (report.Reset <= 0)
            return;
        if (IsValid(now) && sentAt < _valueArrivedAt && report.Remaining >= Remaining)
            return;
        Remaining = Math.Max(0, report.Remaining);
        Limit = report.Limit ?? Math.Max(Limit, Remaining);
        _resetAt = now + Math.Min(report.Reset, LongestWindow);
        _valueArrivedAt = now;
        _wasExhausted = false;
    }

    /// <summary>The seconds between two requests of a cost; null if the remaining budget is too small.</summary>
    internal double? Interval(double cost, double costInFlight, double now)
    {
        var left = Remaining - costInFlight;
        if (left < cost)
        {
            _wasExhausted = true;
            return null;
        }

        return (_resetAt - now) * cost / (Haste * left);
    }

    /// <summary>Whether the budget was used up before the limit was renewed, and resets this.</summary>
    internal bool TakeRenewal(double now)
    {
        if (!_wasExhausted || IsValid(now))
            return false;
        _wasExhausted = false;
        return true;
    }
}
