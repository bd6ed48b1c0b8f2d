namespace OneDrive.Sdk.Fleet.Work;

/// <summary>Another worker may work on the batch now.</summary>
internal sealed class LeaseLostException() : Exception("The lease of the batch was lost: the database did not answer in time, or another "
    + "worker took the batch. The batch is continued by the next job.");
