namespace OneDrive.Sdk;

/// <summary>
/// How to reconcile a local copy with the drive after a delta token became invalid. See
/// <see href="https://learn.microsoft.com/graph/api/driveitem-delta"/>.
/// </summary>
public enum ResyncReconciliation
{
    /// <summary>
    /// The service is authoritative if the copy was up to date: replace the copy with the listed items, and delete items that are not
    /// listed. Upload local changes that were never uploaded.
    /// </summary>
    ApplyDifferences,

    /// <summary>
    /// It is not known which side is newer: upload items that are not listed, and keep both versions of items that differ.
    /// </summary>
    UploadDifferences,
}
