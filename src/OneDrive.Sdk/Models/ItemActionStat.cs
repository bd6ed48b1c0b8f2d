using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>How often something was done.</summary>
public sealed class ItemActionStat
{
    /// <summary>How many times it was done.</summary>
    public int? ActionCount { get; init; }

    /// <summary>How many people did it.</summary>
    public int? ActorCount { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalData { get; internal set; }
}
