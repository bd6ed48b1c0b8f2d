using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>How a web page is advised to show a folder.</summary>
[JsonModel]
public sealed partial class FolderView
{
    /// <summary>What the entries are sorted by.</summary>
    public FolderSortBy? SortBy { get; init; }

    /// <summary>The direction of the order.</summary>
    public FolderSortOrder? SortOrder { get; init; }

    /// <summary>The form of the view.</summary>
    public FolderViewType? ViewType { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
