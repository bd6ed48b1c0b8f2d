using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>The ids of something in SharePoint.</summary>
[JsonModel]
public sealed partial class SharepointIds
{
    /// <summary>The GUID of the list.</summary>
    public string? ListId { get; init; }

    /// <summary>The number of the item in its list.</summary>
    public string? ListItemId { get; init; }

    /// <summary>The GUID of the item in its list.</summary>
    public string? ListItemUniqueId { get; init; }

    /// <summary>The GUID of the site collection.</summary>
    public string? SiteId { get; init; }

    /// <summary>The address of the site.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The GUID of the tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>The GUID of the site within its collection.</summary>
    public string? WebId { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
