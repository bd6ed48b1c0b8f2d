namespace OneDrive.Sdk.Fleet.Work;

/// <summary>How much one worker process does at a time.</summary>
internal sealed record WorkerOptions(int ParallelBatches, int ParallelFiles);
