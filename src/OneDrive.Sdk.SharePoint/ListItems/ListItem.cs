using System.Text.Json;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The entry of a file or folder in the SharePoint list behind its library, or an entry of any other list.</summary>
[JsonModel]
public sealed partial class ListItem : BaseItem
{
    /// <summary>The content type of the entry.</summary>
    public ContentTypeInfo? ContentType { get; init; }

    /// <summary>The values of the columns, by the internal names of the columns; returned only when they are expanded.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>The ids of the entry in SharePoint.</summary>
    public SharepointIds? SharepointIds { get; init; }

    /// <summary>Present when the entry was deleted.</summary>
    public DeletedFacet? Deleted { get; init; }

    /// <summary>The file or folder; returned only when it is expanded.</summary>
    public DriveItem? DriveItem { get; init; }

    /// <summary>How often the entry was used; returned only when it is expanded.</summary>
    public ItemAnalytics? Analytics { get; init; }
}
