namespace BackupPortal.Data;

/// <summary>What is backed up, where to, when, and for how long it is kept.</summary>
public sealed class BackupJob
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public int DestinationId { get; set; }

    public Destination? Destination { get; set; }

    public BackupSource Source { get; set; }

    /// <summary>The path of the file or folder, or the command.</summary>
    public string SourceText { get; set; } = "";

    /// <summary>The extension of a command's output, such as sql.</summary>
    public string Extension { get; set; } = "";

    public bool Compresses { get; set; } = true;

    public bool Encrypts { get; set; } = true;

    /// <summary>A cron expression in UTC; empty when the job runs by hand only.</summary>
    public string Schedule { get; set; } = "";

    public int KeepLast { get; set; }

    public int KeepDays { get; set; }

    public int KeepDaily { get; set; }

    public int KeepWeekly { get; set; }

    public int KeepMonthly { get; set; }

    public int KeepYearly { get; set; }
}
