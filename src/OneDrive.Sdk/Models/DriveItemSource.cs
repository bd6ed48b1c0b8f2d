using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Where an item comes from, for files that another product creates.</summary>
[JsonModel]
public sealed partial class DriveItemSource
{
    /// <summary>The product that created the item.</summary>
    public DriveItemSourceApplication? Application { get; init; }

    /// <summary>The id that the product gave to the item.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
