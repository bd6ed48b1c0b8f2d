using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>One small picture of an item.</summary>
[JsonModel]
public sealed partial class Thumbnail
{
    /// <summary>The height, in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The id of the item that the picture was made from.</summary>
    public string? SourceItemId { get; init; }

    /// <summary>The address of the picture; it needs no sign-in, so do not log it.</summary>
    [PreAuthenticated]
    public string? Url { get; init; }

    /// <summary>The width, in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
