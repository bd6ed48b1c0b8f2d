using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks an item that looks like one file and is a folder inside.</summary>
[JsonModel]
public sealed partial class PackageFacet
{
    /// <summary>What kind of package it is.</summary>
    public PackageType? Type { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
