namespace OneDrive.Sdk;

/// <summary>
/// How a copy of a drive and the drive are brought together after the changes between them were forgotten. See
/// <see href="https://learn.microsoft.com/graph/api/driveitem-delta"/>.
/// </summary>
public enum ResyncReconciliation
{
    /// <summary>
    /// The service is right, if the copy was up to date: what it lists replaces the copy, and what it does not list was deleted there.
    /// Changes of the copy that the service never saw are uploaded.
    /// </summary>
    ApplyDifferences,

    /// <summary>
    /// Nobody knows which side is newer: what the service does not list is uploaded, and of items that differ both are kept.
    /// </summary>
    UploadDifferences,
}
