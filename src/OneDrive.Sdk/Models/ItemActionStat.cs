using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>How often something was done.</summary>
[JsonModel]
public sealed partial class ItemActionStat
{
    /// <summary>How many times it was done.</summary>
    public int? ActionCount { get; init; }

    /// <summary>How many users did it.</summary>
    public int? ActorCount { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
