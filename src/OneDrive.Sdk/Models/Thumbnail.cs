using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>One thumbnail of an item.</summary>
[JsonModel]
public sealed partial class Thumbnail
{
    /// <summary>The height, in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The id of the item that the thumbnail was created from.</summary>
    public string? SourceItemId { get; init; }

    /// <summary>The URL of the thumbnail; it is pre-authenticated, so do not log it.</summary>
    [PreAuthenticated]
    public string? Url { get; init; }

    /// <summary>The width, in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
