using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks an item as a picture.</summary>
[JsonModel]
public sealed partial class ImageFacet
{
    /// <summary>The height, in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The width, in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
