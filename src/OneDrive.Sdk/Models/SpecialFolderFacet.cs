using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks a folder with a purpose of its own.</summary>
[JsonModel]
public sealed partial class SpecialFolderFacet
{
    /// <summary>The purpose.</summary>
    public SpecialFolder? Name { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
