using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>About the storage plan of a personal drive.</summary>
public sealed class StoragePlanInformation
{
    /// <summary>Whether a larger plan can be bought.</summary>
    public bool? UpgradeAvailable { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalData { get; internal set; }
}
