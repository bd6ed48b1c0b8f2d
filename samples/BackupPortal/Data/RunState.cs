namespace BackupPortal.Data;

/// <summary>How far a run is.</summary>
public enum RunState
{
    Waiting,
    Running,
    Succeeded,
    Failed,
    Cancelled,
}
