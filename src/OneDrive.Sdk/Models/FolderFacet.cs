using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks an item as a folder.</summary>
[JsonModel]
public sealed partial class FolderFacet
{
    /// <summary>How many items lie directly in the folder.</summary>
    public int? ChildCount { get; init; }

    /// <summary>How a web page is advised to show the folder.</summary>
    public FolderView? View { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
