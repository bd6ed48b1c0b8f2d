namespace OneDrive.Sdk.Throttling.Models;

/// <summary>A bucket that is refilled evenly. Refused requests can be charged, so that it runs into debt.</summary>
internal sealed class BucketModel : ServerModel
{
    private double _units = double.NaN;
    private double _at;

    internal double Capacity { get; init; } = Limit / 4;

    internal bool ChargesRefusals { get; init; }

    internal bool HasHeaders { get; init; }

    internal bool HasRetryAfter { get; init; } = true;

    internal override double Perfect(double seconds) => Capacity + (Rate * seconds);

    protected override ServerAnswer Judge(double now, double cost)
    {
        _units = double.IsNaN(_units) ? Capacity : Math.Min(Capacity, _units + ((now - _at) * Rate));
        _at = now;
        if (_units < cost)
        {
            _units -= ChargesRefusals ? cost : 0;
            return new ServerAnswer(429, HasRetryAfter ? Seconds((cost - _units) / Rate) : null, Headers());
        }

        _units -= cost;
        return new ServerAnswer(200, null, Headers());
    }

    private RateLimit? Headers() => HasHeaders
        ? new RateLimit(Capacity, Math.Max(0, Math.Floor(_units)), Math.Max(1, Math.Ceiling((Capacity - _units) / Rate)))
        : null;
}
