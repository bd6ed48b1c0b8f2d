using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A file, a folder, or anything else that a drive holds; which of the facets are present says what it is.</summary>
[JsonModel]
public sealed partial class DriveItem : BaseItem
{
    /// <summary>
    /// The address of the item, for further calls: its drive and its id. Of an item that stands for one on another drive
    /// it is the address on the drive of the owner, where all calls work.
    /// </summary>
    /// <exception cref="InvalidOperationException">The response did not include the id of the item or of its drive.</exception>
    /// <exception cref="OneDriveConnectionException">The service sent an id that cannot be part of an address.</exception>
    [JsonIgnore]
    public ItemAddress Address =>
        AddressOf(RemoteItem?.ParentReference, RemoteItem?.Id)
        ?? AddressOf(ParentReference, Id)
        ?? ListedAddress
        ?? throw new InvalidOperationException(
            "The response does not contain the id of the item and of its drive. If the call selects properties, include id, "
            + "parentReference "
            + "and remoteItem.");

    /// <summary>Present on audio files.</summary>
    [Rare]
    public partial AudioFacet? Audio { get; init; }

    /// <summary>Present on bundles and albums.</summary>
    [Rare]
    public partial BundleFacet? Bundle { get; init; }

    /// <summary>The version of the content alone; send it back exactly as it came. Business drives have none on folders.</summary>
    public string? CTag { get; init; }

    /// <summary>Present when the item was deleted; also when the service says so with the annotation <c>@removed</c>.</summary>
    public DeletedFacet? Deleted { get => field ?? Removed; init; }

    /// <summary>Present on files.</summary>
    public FileFacet? File { get; init; }

    /// <summary>The times that the file has on the machine of the user.</summary>
    public FileSystemInfoFacet? FileSystemInfo { get; init; }

    /// <summary>Present on folders.</summary>
    public FolderFacet? Folder { get; init; }

    /// <summary>Present on pictures.</summary>
    [Rare]
    public partial ImageFacet? Image { get; init; }

    /// <summary>Where a picture was taken.</summary>
    [Rare]
    public partial GeoCoordinates? Location { get; init; }

    /// <summary>Present when the service found malware in the content.</summary>
    [Rare]
    public partial MalwareFacet? Malware { get; init; }

    /// <summary>Present on things that look like one item and are folders inside, such as notebooks.</summary>
    [Rare]
    public partial PackageFacet? Package { get; init; }

    /// <summary>Present while the service still works on the item.</summary>
    [Rare]
    public partial PendingOperationsFacet? PendingOperations { get; init; }

    /// <summary>Present on photos: how they were taken.</summary>
    [Rare]
    public partial PhotoFacet? Photo { get; init; }

    /// <summary>Whether the item is checked out or published; returned only when it is selected.</summary>
    [Rare]
    public partial PublicationFacet? Publication { get; init; }

    /// <summary>Present when the item stands for one on another drive; everything about the real item is in there.</summary>
    [Rare]
    public partial RemoteItemFacet? RemoteItem { get; init; }

    /// <summary>Present on the root folder of a drive.</summary>
    [Rare]
    public partial RootFacet? Root { get; init; }

    /// <summary>Present on items that a search found.</summary>
    [Rare]
    public partial SearchResultFacet? SearchResult { get; init; }

    /// <summary>Present on items that are shared.</summary>
    public SharedFacet? Shared { get; init; }

    /// <summary>The ids of the item in SharePoint; absent on personal drives.</summary>
    [Rare]
    public partial SharepointIds? SharepointIds { get; init; }

    /// <summary>The size, in bytes; for a folder the sum of its content.</summary>
    public partial long? Size { get; init; }

    /// <summary>Present on folders with a purpose of their own.</summary>
    [Rare]
    public partial SpecialFolderFacet? SpecialFolder { get; init; }

    /// <summary>Present on videos.</summary>
    [Rare]
    public partial VideoFacet? Video { get; init; }

    /// <summary>The address of the item for WebDAV clients.</summary>
    [Rare]
    public partial string? WebDavUrl { get; init; }

    /// <summary>How often the item was used; returned only when it is expanded.</summary>
    [Rare]
    public partial ItemAnalytics? Analytics { get; init; }

    /// <summary>The items in the folder; returned only when they are expanded, and then perhaps not all of them.</summary>
    [Rare]
    public partial IReadOnlyList<DriveItem> Children { get; init; }

    /// <summary>The SharePoint list item behind a file, as received; returned only when it is expanded.</summary>
    [Rare]
    public partial JsonElement? ListItem { get; init; }

    /// <summary>Who may do what with the item; returned only when they are expanded.</summary>
    [Rare]
    public partial IReadOnlyList<Permission> Permissions { get; init; }

    /// <summary>The retention label of the item; returned only when it is expanded.</summary>
    [Rare]
    public partial ItemRetentionLabel? RetentionLabel { get; init; }

    /// <summary>The subscriptions to changes of the item, as received; returned only when they are expanded.</summary>
    [Rare]
    public partial IReadOnlyList<JsonElement> Subscriptions { get; init; }

    /// <summary>Thumbnails of the item; returned only when they are expanded.</summary>
    [Rare]
    public partial IReadOnlyList<ThumbnailSet> Thumbnails { get; init; }

    /// <summary>The earlier versions of the file; returned only when they are expanded.</summary>
    [Rare]
    public partial IReadOnlyList<DriveItemVersion> Versions { get; init; }

    /// <summary>The content of a spreadsheet, as received; returned only when it is expanded.</summary>
    [Rare]
    public partial JsonElement? Workbook { get; init; }

    /// <summary>
    /// An address that hands out the content without sign-in, for an hour at most; do not store or log it, see
    /// https://learn.microsoft.com/graph/api/resources/driveitem.
    /// </summary>
    [PreAuthenticated, JsonPropertyName("@microsoft.graph.downloadUrl")]
    public string? DownloadUrl { get; init; }

    /// <summary>Whether the sharing of the item changed; only in lists of changes that request it.</summary>
    [JsonIgnore]
    public bool? SharedChanged
    {
        get => bool.TryParse(SharedChangedOnWire?.ToString(), out var value) ? value : null;
        init => SharedChangedOnWire = value is { } known ? JsonElementOf(known) : null;
    }

    // The service sends the text "True" where a truth value is meant.
    [Rare, JsonInclude, JsonPropertyName("@microsoft.graph.sharedChanged")]
    internal partial JsonElement? SharedChangedOnWire { get; init; }

    /// <summary>The drive whose folder or changes were listed: where the item is when its answer does not say.</summary>
    [JsonIgnore]
    internal DriveAddress? ListedDrive { get; private set; }

    private ItemAddress? ListedAddress =>
        ListedDrive is { } drive && RemoteItem is null && Id is { Length: > 0 } id ? Join(() => drive, id) : null;

    /// <summary>Takes note of the drive in which items were listed; it counts where an item does not name its own.</summary>
    internal static void SetListedDrive(IReadOnlyList<DriveItem> items, DriveAddress? drive)
    {
        foreach (var item in items)
        {
            item.ListedDrive = drive;
            if (item.RemoteItem is null)
            {
                SetListedDrive(item.Children, drive);
            }
        }
    }

    private static ItemAddress? AddressOf(ItemReference? parent, string? id) =>
        parent?.DriveId is { Length: > 0 } driveId && id is { Length: > 0 } ? Join(() => DriveAddress.Of(driveId, id), id) : null;

    private static ItemAddress Join(Func<DriveAddress> drive, string id)
    {
        try
        {
            return drive().Item(id);
        }
        catch (ArgumentException exception)
        {
            throw new OneDriveConnectionException(
                "The service returned an item id that cannot be used in an address.", exception)
            { IsTransient = false };
        }
    }

    // Other resources of Microsoft Graph mark what is gone in this way: https://learn.microsoft.com/graph/delta-query-overview.
    private DeletedFacet? Removed =>
        AdditionalData is { } more && more.TryGetValue("@removed", out var removed)
        && removed.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False)
            ? new DeletedFacet
            {
                State = removed.ValueKind is JsonValueKind.Object && removed.TryGetProperty("reason", out var reason)
                    && reason.ValueKind is JsonValueKind.String ? reason.GetString() : null,
            }
            : null;

    private static JsonElement JsonElementOf(bool value)
    {
        using var document = JsonDocument.Parse(value ? "\"True\"" : "\"False\"");
        return document.RootElement.Clone();
    }
}
