using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An activity: a new version was made.</summary>
[JsonModel]
public sealed partial class VersionAction
{
    /// <summary>The name of the new version.</summary>
    public string? NewVersion { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
