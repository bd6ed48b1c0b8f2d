namespace OneDrive.Sdk.Fleet.Data;

/// <summary>
/// Files that one job transfers. One worker at a time works on a batch: it holds a lease that ends by the clock of the database, and its
/// fence, a number that grows with each lease, keeps what an earlier holder writes too late out.
/// </summary>
internal sealed class BatchRow
{
    public long Id { get; set; }

    public int CopyId { get; set; }

    public CopyRow? Copy { get; set; }

    public int FileCount { get; set; }

    public long ByteCount { get; set; }

    public int DoneCount { get; set; }

    public long DoneBytes { get; set; }

    public int FailedCount { get; set; }

    /// <summary>Whether each file is done or failed.</summary>
    public bool IsEnded { get; set; }

    public string? Owner { get; set; }

    public long UntilMs { get; set; }

    public long Fence { get; set; }

    /// <summary>The number of leases in sequence that ended without being given back.</summary>
    public int LostCount { get; set; }

    /// <summary>The job of Hangfire that transfers the batch.</summary>
    public string? JobId { get; set; }

    /// <summary>When the job was last seen in the queue.</summary>
    public long CheckedMs { get; set; }
}
