using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Points to an item.</summary>
[JsonModel, Repeats]
public sealed partial class ItemReference
{
    /// <summary>The id of the drive that holds the item.</summary>
    [Repeats]
    public string? DriveId { get; init; }

    /// <summary>The edition of the drive.</summary>
    public DriveKind? DriveType { get; init; }

    /// <summary>The id of the item.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the item.</summary>
    public string? Name { get; init; }

    /// <summary>The path of the item for use in requests; it may be percent-encoded, and is absent in lists of changes.</summary>
    [Repeats]
    public string? Path { get; init; }

    /// <summary>The id of a shared item, for the addresses of shares.</summary>
    public string? ShareId { get; init; }

    /// <summary>The ids of the item in SharePoint; absent on personal drives.</summary>
    public SharepointIds? SharepointIds { get; init; }

    /// <summary>The id of the site that holds the library of the item.</summary>
    [Repeats]
    public string? SiteId { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
