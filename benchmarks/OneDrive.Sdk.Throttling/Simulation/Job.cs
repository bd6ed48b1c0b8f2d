using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Throttling.Simulation;

/// <summary>One call of the application.</summary>
internal sealed class Job(double cost, CallPriority priority, double begunAt, Action<bool> ended)
{
    internal double Cost => cost;

    internal CallPriority Priority => priority;

    internal double BegunAt => begunAt;

    internal int Failures { get; set; }

    internal double FirstRefusedAt { get; set; } = double.NaN;

    internal AdmissionRequest? Attempt { get; set; }

    /// <summary>The job is done, or was given up.</summary>
    internal void End(bool isDone) => ended(isDone);
}
