namespace OneDrive.Sdk.Throttling.Models;

/// <summary>Serves only so many requests at a time.</summary>
internal sealed class CrowdModel(int most, string? retryAfter, double latency) : ServerModel
{
    internal override double Perfect(double seconds) => most * seconds * 1.5 / latency;

    protected override ServerAnswer Judge(double now, double cost) =>
        InService >= most ? new ServerAnswer(503, retryAfter) : ServerAnswer.Ok;
}
