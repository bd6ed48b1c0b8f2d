namespace OneDrive.Sdk.Throttling.Models;

/// <summary>Refuses every fiftieth request for a moment, whatever the load.</summary>
internal sealed class FlakyModel(string? retryAfter) : ServerModel
{
    private int _count;

    internal override double Perfect(double seconds) => double.PositiveInfinity;

    protected override ServerAnswer Judge(double now, double cost) =>
        ++_count % 50 == 0 ? new ServerAnswer(503, retryAfter) : ServerAnswer.Ok;
}
