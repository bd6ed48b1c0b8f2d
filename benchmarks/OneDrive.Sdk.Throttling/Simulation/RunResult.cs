namespace OneDrive.Sdk.Throttling.Simulation;

/// <summary>What one run came to.</summary>
internal sealed record RunResult(double Ratio, double RejectionsPerThousand, int Failed, double InteractiveLatency, double Fairness);
