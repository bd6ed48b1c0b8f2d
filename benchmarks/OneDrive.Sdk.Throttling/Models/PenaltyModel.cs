namespace OneDrive.Sdk.Throttling.Models;

/// <summary>Counts in fixed windows, and locks a client out for two of them after some violations.</summary>
internal sealed class PenaltyModel(int violations) : ServerModel
{
    private double _window = -1;
    private double _used;
    private int _violations;
    private double _lockedUntil = double.NegativeInfinity;

    internal override double Perfect(double seconds) => Rate * seconds;

    protected override ServerAnswer Judge(double now, double cost)
    {
        var window = Math.Floor(now / Window);
        if (window != _window)
            (_window, _used) = (window, 0);
        if (now < _lockedUntil)
            return new ServerAnswer(429, Seconds(_lockedUntil - now));
        if (_used + cost <= Limit)
        {
            _used += cost;
            return ServerAnswer.Ok;
        }

        if (++_violations >= violations)
        {
            _violations = 0;
            _lockedUntil = now + (2 * Window);
            return new ServerAnswer(429, Seconds(2 * Window));
        }

        return new ServerAnswer(429, Seconds(((window + 1) * Window) - now));
    }
}
