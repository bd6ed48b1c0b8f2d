using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What the service still has to do with an item.</summary>
[JsonModel]
public sealed partial class PendingOperationsFacet
{
    /// <summary>Present while a change of the content waits.</summary>
    public PendingContentUpdate? PendingContentUpdate { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
