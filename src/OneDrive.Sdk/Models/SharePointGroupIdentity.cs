using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A group of SharePoint.</summary>
[JsonModel]
public sealed partial class SharePointGroupIdentity
{
    /// <summary>The id of the group among the principals of its site.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>The title of the group.</summary>
    public string? Title { get; init; }

    /// <summary>The display name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
