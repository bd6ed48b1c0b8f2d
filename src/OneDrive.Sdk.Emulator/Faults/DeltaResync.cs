namespace OneDrive.Sdk.Emulator;

/// <summary>What a client has to do when its delta token is no longer good.</summary>
public enum DeltaResync
{
    /// <summary>Code resyncChangesApplyDifferences: the service is right; what it does not list was deleted there.</summary>
    ApplyDifferences,

    /// <summary>
    /// Code resyncChangesUploadDifferences: it is not known which side is right; what the service does not list is uploaded again.
    /// </summary>
    UploadDifferences,
}
