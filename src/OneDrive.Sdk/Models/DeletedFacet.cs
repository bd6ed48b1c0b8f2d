using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks an item as deleted; it appears in lists of changes.</summary>
[JsonModel]
public sealed partial class DeletedFacet
{
    /// <summary>How the item was deleted, as returned by the service.</summary>
    public string? State { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
