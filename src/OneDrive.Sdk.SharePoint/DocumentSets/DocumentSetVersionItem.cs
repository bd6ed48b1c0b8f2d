using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>A file in a captured state of a document set.</summary>
[JsonModel]
public sealed partial class DocumentSetVersionItem
{
    /// <summary>The id of the entry of the file in the list.</summary>
    public string? ItemId { get; init; }

    /// <summary>The title that the file had.</summary>
    public string? Title { get; init; }

    /// <summary>The version that the file had.</summary>
    public string? VersionId { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
