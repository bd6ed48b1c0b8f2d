namespace OneDrive.Sdk;

/// <summary>Options for reading changes. Use the same options again with a checkpoint.</summary>
public sealed class ReadChangesOptions
{
    /// <summary>The properties to return, by JSON name, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>How many items a page should have, 1 or more; the service may send fewer or more.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }

    /// <summary>Reads only changes after this time, without a checkpoint; OneDrive for Business and SharePoint only.</summary>
    /// <value>Default: <see langword="null"/>, all existing items are listed first.</value>
    public DateTimeOffset? ChangedAfter { get; init; }

    /// <summary>Whether unchanged parent folders of a change are omitted.</summary>
    /// <value>Default: <see langword="false"/>, the service includes them.</value>
    public bool ExcludeParents { get; init; }

    /// <summary>
    /// Whether permissions are returned only where they are not inherited, for a scan of permissions; OneDrive for Business and SharePoint
    /// only. See <see href="https://learn.microsoft.com/onedrive/developer/rest-api/concepts/scan-guidance"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool HierarchicalSharing { get; init; }

    /// <summary>
    /// Whether changes of permissions are marked (<see cref="Models.DriveItem.SharedChanged"/>) and items that the caller can no longer
    /// access are returned as deleted; OneDrive for Business and SharePoint, with the permission Sites.FullControl.All.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ShowSharingChanges { get; init; }

    /// <summary>Whether shared folders that the user added to the drive are included.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeAddedFolders { get; init; }
}
