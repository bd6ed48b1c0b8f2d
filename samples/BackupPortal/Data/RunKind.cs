namespace BackupPortal.Data;

/// <summary>What a run does.</summary>
public enum RunKind
{
    Backup,
    Restore,
}
