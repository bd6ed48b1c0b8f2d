namespace OneDrive.Sdk;

/// <summary>What became of one file or folder of a folder transfer.</summary>
public enum FolderTransferOutcome
{
    /// <summary>The file was transferred, or the folder was created.</summary>
    Transferred,

    /// <summary>The file is the same on both sides, or the folder was there already.</summary>
    Unchanged,

    /// <summary>It is not meant to be transferred; the skip reason says why.</summary>
    Skipped,

    /// <summary>It could not be transferred; the error says why.</summary>
    Failed,
}
