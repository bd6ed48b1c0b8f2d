using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Whether an item or version is published or checked out.</summary>
[JsonModel]
public sealed partial class PublicationFacet
{
    /// <summary>Who has checked the item out.</summary>
    public IdentitySet? CheckedOutBy { get; init; }

    /// <summary>The state.</summary>
    public PublicationLevel? Level { get; init; }

    /// <summary>The id of the version that the current user sees.</summary>
    public string? VersionId { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
