using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>About the storage plan of a personal drive.</summary>
[JsonModel]
public sealed partial class StoragePlanInformation
{
    /// <summary>Whether a larger plan can be bought.</summary>
    public bool? UpgradeAvailable { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
