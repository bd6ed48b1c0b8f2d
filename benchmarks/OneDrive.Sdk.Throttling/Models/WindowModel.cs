namespace OneDrive.Sdk.Throttling.Models;

/// <summary>Counts in fixed windows. What the refusal and the headers say can differ.</summary>
internal sealed class WindowModel : ServerModel
{
    private double _window = -1;
    private double _used;

    /// <summary>Whether answers have RateLimit headers, from this share of the limit on; above 1 for never.</summary>
    internal double HeadersFrom { get; init; } = 2;

    /// <summary>What Retry-After says; null for the truth, empty for no header.</summary>
    internal string? RetryAfter { get; init; }

    /// <summary>The share of the limit that holds from a time on.</summary>
    internal (double From, double Share) Change { get; init; } = (double.PositiveInfinity, 1);

    internal override double Perfect(double seconds) =>
        seconds <= Change.From ? Rate * seconds : Rate * (Change.From + ((seconds - Change.From) * Change.Share));

    protected override ServerAnswer Judge(double now, double cost)
    {
        var window = Math.Floor(now / Window);
        if (window != _window)
            (_window, _used) = (window, 0);
        var limit = Limit * (now >= Change.From ? Change.Share : 1);
        var reset = ((window + 1) * Window) - now;
        if (_used + cost > limit)
        {
            _used += cost;
            var wait = RetryAfter ?? Seconds(reset);
            return new ServerAnswer(429, wait.Length == 0 ? null : wait, Headers(limit, reset));
        }

        _used += cost;
        return new ServerAnswer(200, null, Headers(limit, reset));
    }

    private RateLimit? Headers(double limit, double reset) =>
        _used >= HeadersFrom * limit ? new RateLimit(limit, Math.Max(0, limit - _used), Math.Ceiling(reset)) : null;
}
