namespace OneDrive.Sdk;

/// <summary>The outcome of one file or folder of a folder transfer.</summary>
public enum FolderTransferOutcome
{
    /// <summary>The file was transferred, or the folder was created.</summary>
    Transferred,

    /// <summary>The file is equal on both sides, or the folder already existed.</summary>
    Unchanged,

    /// <summary>It was skipped; see the skip reason.</summary>
    Skipped,

    /// <summary>It could not be transferred; see the error.</summary>
    Failed,
}
