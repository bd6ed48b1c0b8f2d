namespace OneDrive.Sdk.Emulator;

/// <summary>What a client must do when its delta token is no longer valid.</summary>
public enum DeltaResync
{
    /// <summary>Code resyncChangesApplyDifferences: the service is authoritative; items that it does not list were deleted there.</summary>
    ApplyDifferences,

    /// <summary>
    /// Code resyncChangesUploadDifferences: it is not known which side is newer; items that the service does not list are uploaded again.
    /// </summary>
    UploadDifferences,
}
