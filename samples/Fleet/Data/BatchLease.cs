namespace OneDrive.Sdk.Fleet.Data;

/// <summary>A lease that a worker took.</summary>
internal sealed record BatchLease(long BatchId, string Owner, long Fence);
