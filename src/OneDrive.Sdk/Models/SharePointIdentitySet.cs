using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Who has a permission: a user, a group, an application or a device, of the directory or of SharePoint.</summary>
[JsonModel, Repeats]
public sealed partial class SharePointIdentitySet
{
    /// <summary>The group of the directory.</summary>
    public Identity? Group { get; init; }

    /// <summary>The group of SharePoint.</summary>
    public SharePointGroupIdentity? SharePointGroup { get; init; }

    /// <summary>The group of the site.</summary>
    public SharePointIdentity? SiteGroup { get; init; }

    /// <summary>The user as the site knows them.</summary>
    public SharePointIdentity? SiteUser { get; init; }

    /// <summary>The application.</summary>
    public Identity? Application { get; init; }

    /// <summary>The device.</summary>
    public Identity? Device { get; init; }

    /// <summary>The user.</summary>
    public Identity? User { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
