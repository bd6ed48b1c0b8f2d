namespace OneDrive.Sdk.Fleet.Work;

/// <summary>A failure that would meet every file of the batch. Hangfire repeats the job later.</summary>
internal sealed class BatchPausedException(string cause, Exception failure) : Exception(
    $"The batch pauses ({cause}): {failure.Message}", failure);
