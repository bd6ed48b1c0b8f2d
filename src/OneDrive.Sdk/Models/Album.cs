using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks a bundle as an album of photos.</summary>
[JsonModel]
public sealed partial class Album
{
    /// <summary>The id of the item whose picture stands for the album.</summary>
    public string? CoverImageItemId { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
