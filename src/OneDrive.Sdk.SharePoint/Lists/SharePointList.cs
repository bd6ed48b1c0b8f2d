namespace OneDrive.Sdk.SharePoint;

/// <summary>A list of a site; a document library is one.</summary>
[JsonModel]
public sealed partial class SharePointList : BaseItem
{
    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What kind of list it is.</summary>
    public ListInfo? List { get; init; }

    /// <summary>The ids of the list in SharePoint.</summary>
    public SharepointIds? SharepointIds { get; init; }

    /// <summary>Present on lists that the service manages itself.</summary>
    public SystemFacet? System { get; init; }

    /// <summary>The columns; returned only when they are expanded.</summary>
    public IReadOnlyList<ColumnDefinition> Columns { get => field ?? []; init; }

    /// <summary>The entries; returned only when they are expanded, and then perhaps not all of them.</summary>
    public IReadOnlyList<ListItem> Items { get => field ?? []; init; }
}
