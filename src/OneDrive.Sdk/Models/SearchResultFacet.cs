using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Present on items that a search found.</summary>
[JsonModel]
public sealed partial class SearchResultFacet
{
    /// <summary>An address that may be called when the user opens the item, so that later searches get better.</summary>
    public string? OnClickTelemetryUrl { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
