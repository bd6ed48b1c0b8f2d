namespace BackupPortal.Data;

/// <summary>One backup or restore: taken up again when the portal starts before it has ended.</summary>
public sealed class JobRun
{
    public int Id { get; set; }

    public int JobId { get; set; }

    public BackupJob? Job { get; set; }

    public RunKind Kind { get; set; }

    public RunState State { get; set; }

    /// <summary>Whether somebody asked for its end.</summary>
    public bool IsCancelling { get; set; }

    public DateTimeOffset Requested { get; set; }

    public DateTimeOffset? Started { get; set; }

    public DateTimeOffset? Ended { get; set; }

    /// <summary>How often the portal took it up again after it was ended in the middle.</summary>
    public int Resumptions { get; set; }

    /// <summary>The file at the destination.</summary>
    public string? FileName { get; set; }

    /// <summary>The bytes of the source.</summary>
    public long? Size { get; set; }

    /// <summary>The bytes at the destination.</summary>
    public long? StoredSize { get; set; }

    public string? Sha256 { get; set; }

    public int Retries { get; set; }

    /// <summary>Where a restore put the files.</summary>
    public string? RestoredTo { get; set; }

    public string? Message { get; set; }

    public string? Advice { get; set; }

    public bool HasEnded => State is RunState.Succeeded or RunState.Failed or RunState.Cancelled;
}
