namespace BackupPortal.Data;

/// <summary>What a job backs up.</summary>
public enum BackupSource
{
    /// <summary>One file.</summary>
    File,

    /// <summary>A folder with everything in it, as a tar archive.</summary>
    Folder,

    /// <summary>What a command writes to its standard output.</summary>
    Command,
}
