namespace OneDrive.Sdk.Throttling.Simulation;

/// <summary>The simulated clock: what is due happens in the order of its time, and of its creation where times are equal.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<Action, (double, long)> _events = new();
    private long _order;

    internal double Now { get; private set; }

    internal void At(double time, Action action) => _events.Enqueue(action, (Math.Max(time, Now), _order++));

    internal void RunUntil(double end)
    {
        while (_events.TryDequeue(out var action, out var due) && due.Item1 < end)
        {
            Now = due.Item1;
            action();
        }
    }
}
