namespace OneDrive.Sdk;

/// <summary>Which changes are read, and what is told of each. Give the same options again with a checkpoint.</summary>
public sealed class ReadChangesOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>How many items a page should have, 1 or more; the service may send fewer or more.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }

    /// <summary>Reads what changed after this time, for a start without a checkpoint; OneDrive for Business and SharePoint only.</summary>
    /// <value>Default: <see langword="null"/>, everything that is there now is listed first.</value>
    public DateTimeOffset? ChangedAfter { get; init; }

    /// <summary>Whether the folders above a change are left out, unless they changed themselves.</summary>
    /// <value>Default: <see langword="false"/>, the service lists them too.</value>
    public bool ExcludeParents { get; init; }

    /// <summary>
    /// Whether permissions are told only where they are not inherited, for a scan of permissions; OneDrive for Business and SharePoint
    /// only. See <see href="https://learn.microsoft.com/onedrive/developer/rest-api/concepts/scan-guidance"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool HierarchicalSharing { get; init; }

    /// <summary>
    /// Whether changes of permissions are marked (<see cref="Models.DriveItem.SharedChanged"/>) and what the caller may no longer see is
    /// told as deleted; OneDrive for Business and SharePoint, with the permission Sites.FullControl.All.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ShowSharingChanges { get; init; }

    /// <summary>Whether folders of other people that the user added to the own drive are told as well.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeAddedFolders { get; init; }
}
