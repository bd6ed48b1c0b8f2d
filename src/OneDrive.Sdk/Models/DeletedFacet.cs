using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks an item as deleted; it appears in lists of changes.</summary>
[JsonModel]
public sealed partial class DeletedFacet
{
    /// <summary>How the item was deleted, in the words of the service.</summary>
    public string? State { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
