namespace OneDrive.Sdk.Http.Throttling;

/// <summary>What is left of the service's limit until it is renewed, as the RateLimit headers tell it.</summary>
internal sealed class RateLimitBudget
{
    /// <summary>A later renewal is not believed for longer than this.</summary>
    private const double LongestWindow = 300;

    /// <summary>
    /// What is left is used up faster than evenly, so that a limit that renews itself bit by bit does not stay half unused. The pace falls
    /// with what is left, so that it never exceeds it.
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
    /// Takes a report. One of a request that left after the value arrived replaces it; of requests side by side the lower one holds.
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

    /// <summary>The seconds between two requests of a cost; null when what is left is too little for one.</summary>
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

    /// <summary>Whether what was left was used up before the limit was renewed, and forgets it.</summary>
    internal bool TakeRenewal(double now)
    {
        if (!_wasExhausted || IsValid(now))
            return false;
        _wasExhausted = false;
        return true;
    }
}
