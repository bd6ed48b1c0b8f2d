using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What the service still has to do with an item.</summary>
[JsonModel]
public sealed partial class PendingOperationsFacet
{
    /// <summary>Present while a change of the content waits.</summary>
    public PendingContentUpdate? PendingContentUpdate { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
