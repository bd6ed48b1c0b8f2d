using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks an item that looks like one file and is a folder inside.</summary>
[JsonModel]
public sealed partial class PackageFacet
{
    /// <summary>What kind of package it is.</summary>
    public PackageType? Type { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
