namespace OneDrive.Sdk.Throttling.Models;

/// <summary>Counts what was asked for in the last minute, at every moment.</summary>
internal sealed class SlidingModel(bool chargesRefusals) : ServerModel
{
    private readonly Queue<(double At, double Cost)> _log = new();
    private double _used;

    internal override double Perfect(double seconds) => Limit + (Rate * (seconds - Window));

    protected override ServerAnswer Judge(double now, double cost)
    {
        while (_log.TryPeek(out var first) && first.At <= now - Window)
            _used -= _log.Dequeue().Cost;
        var isRefused = _used + cost > Limit;
        if (!isRefused || chargesRefusals)
        {
            _log.Enqueue((now, cost));
            _used += cost;
        }

        return isRefused ? new ServerAnswer(429, Seconds(_log.Peek().At + Window - now)) : ServerAnswer.Ok;
    }
}
