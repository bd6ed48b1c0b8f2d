using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>About the storage plan of a personal drive.</summary>
[JsonModel]
public sealed partial class StoragePlanInformation
{
    /// <summary>Whether a larger plan can be bought.</summary>
    public bool? UpgradeAvailable { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
