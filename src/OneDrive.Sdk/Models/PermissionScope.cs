using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A permission that an application offers to other applications.</summary>
[JsonModel]
public sealed partial class PermissionScope
{
    /// <summary>The description that administrators read before they consent for all users.</summary>
    public string? AdminConsentDescription { get; init; }

    /// <summary>The title of that text.</summary>
    public string? AdminConsentDisplayName { get; init; }

    /// <summary>The id of the permission.</summary>
    public Guid? Id { get; init; }

    /// <summary>Whether the permission can be requested.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>The origin of the permission, as returned by the directory.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether users may consent for themselves or an administrator has to.</summary>
    public string? Type { get; init; }

    /// <summary>What users read before they consent for themselves.</summary>
    public string? UserConsentDescription { get; init; }

    /// <summary>The title of that text.</summary>
    public string? UserConsentDisplayName { get; init; }

    /// <summary>The name of the permission in a token.</summary>
    public string? Value { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
