using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks an item as a bundle: a set of items that may lie in different folders.</summary>
[JsonModel]
public sealed partial class BundleFacet
{
    /// <summary>Set when the bundle is an album of photos.</summary>
    public Album? Album { get; init; }

    /// <summary>How many items the bundle holds.</summary>
    public int? ChildCount { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
