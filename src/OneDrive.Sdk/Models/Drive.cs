using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A drive: the OneDrive of a user, or a document library.</summary>
[JsonModel]
public sealed partial class Drive : BaseItem
{
    /// <summary>The edition of the drive.</summary>
    public DriveKind? DriveType { get; init; }

    /// <summary>Who owns the drive.</summary>
    public IdentitySet? Owner { get; init; }

    /// <summary>How much room the drive has and uses.</summary>
    public Quota? Quota { get; init; }

    /// <summary>The ids of the drive in SharePoint; absent on personal drives.</summary>
    [JsonIgnore, JsonPropertyName("#sharePointIds")] // The name keeps it apart from the members that JSON sees.
    public SharepointIds? SharePointIds { get => SharePointIdsOfSchema ?? SharePointIdsOfExamples; init => SharePointIdsOfSchema = value; }

    /// <summary>The address of the drive, for further calls.</summary>
    /// <exception cref="InvalidOperationException">The response did not include the id.</exception>
    [JsonIgnore]
    public DriveAddress Address => Id is { Length: > 0 } id
        ? DriveAddress.ById(id)
        : throw new InvalidOperationException("The response does not contain the id of the drive. If the call selects properties, include "
            + "id.");

    /// <summary>Present when the service itself uses the drive; such drives are hidden from lists unless they are requested.</summary>
    public SystemFacet? System { get; init; }

    /// <summary>The bundles of the drive; returned only when they are expanded.</summary>
    public IReadOnlyList<DriveItem> Bundles { get => field ?? []; init; }

    /// <summary>The items that the user follows; returned only when they are expanded.</summary>
    public IReadOnlyList<DriveItem> Following { get => field ?? []; init; }

    /// <summary>The items of the drive; returned only when they are expanded.</summary>
    public IReadOnlyList<DriveItem> Items { get => field ?? []; init; }

    /// <summary>The SharePoint list behind the drive, as received; returned only when it is expanded.</summary>
    public JsonElement? List { get; init; }

    /// <summary>The root folder; returned only when it is expanded.</summary>
    public DriveItem? Root { get; init; }

    /// <summary>The folders with a purpose of their own; returned only when they are expanded.</summary>
    public IReadOnlyList<DriveItem> Special { get => field ?? []; init; }

    // The published schema spells the name with a capital P, the published examples without.
    [JsonInclude, JsonPropertyName("sharePointIds")]
    internal SharepointIds? SharePointIdsOfSchema { get; init; }

    [JsonInclude, JsonPropertyName("sharepointIds")]
    internal SharepointIds? SharePointIdsOfExamples { get; init; }
}
