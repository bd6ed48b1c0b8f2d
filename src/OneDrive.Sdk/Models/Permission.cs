using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Access to an item, by invitation or by a link.</summary>
[JsonModel]
public sealed partial class Permission : Entity
{
    /// <summary>When the permission ends; null when it does not end.</summary>
    [JsonIgnore, JsonPropertyName("#expirationDateTime")] // The name keeps it apart from the member that JSON sees.
    public DateTimeOffset? ExpirationDateTime
    {
        get => WireDate.Parse(ExpirationText);
        init => ExpirationText = WireDate.Format(value);
    }

    /// <summary>Who has the permission; the service replaces it by the newer form.</summary>
    public IdentitySet? GrantedTo { get; init; }

    /// <summary>Who has access through the link; the service replaces it by the newer form.</summary>
    public IReadOnlyList<IdentitySet> GrantedToIdentities { get => field ?? []; init; }

    /// <summary>Who has access through the link.</summary>
    public IReadOnlyList<SharePointIdentitySet> GrantedToIdentitiesV2 { get => field ?? []; init; }

    /// <summary>Who has the permission.</summary>
    public SharePointIdentitySet? GrantedToV2 { get; init; }

    /// <summary>Whether the link requires a password.</summary>
    public bool? HasPassword { get; init; }

    /// <summary>The folder from which the item has the permission; null when it is its own or the service does not say.</summary>
    public ItemReference? InheritedFrom { get; init; }

    /// <summary>Present if the permission is an invitation.</summary>
    public SharingInvitation? Invitation { get; init; }

    /// <summary>Present when the permission is a sharing link.</summary>
    public SharingLink? Link { get; init; }

    /// <summary>What the holder may do.</summary>
    public IReadOnlyList<PermissionRole> Roles { get => field ?? []; init; }

    /// <summary>The id for the addresses of shares.</summary>
    public string? ShareId { get; init; }

    // The service writes the first day of the calendar for "never"; the text is kept so that it goes back as it came.
    [JsonInclude, JsonPropertyName("expirationDateTime")]
    internal string? ExpirationText { get; init; }
}
