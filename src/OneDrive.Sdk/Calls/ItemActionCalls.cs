using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>What can be done with an item beside reading and changing it.</summary>
internal static class ItemActionCalls
{
    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-restore"/>.</summary>
    internal static GraphCall<DriveItem> Restore(ItemAddress item, RestoreItemOptions? options = null)
    {
        if (options?.NewName is { } name)
        {
            PathRules.RequireSegment(name, nameof(options));
        }

        var body = new RestoreItemRequest
        {
            Name = options?.NewName,
            ParentReference = options?.NewParentId is { } id ? new ParentReferenceRequest { Id = id } : null,
        };
        return new()
        {
            Operation = "Items.Restore",
            Method = HttpMethod.Post,
            Path = item.ToRequestPath("restore"),
            Body = new JsonCallBody(body),
            Answer = DriveItem.Read,
            IsIdempotent = false,
        };
    }

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-checkout"/>.</summary>
    internal static GraphCall<NoContent> CheckOut(ItemAddress item) => Post("Items.CheckOut", item, "checkout");

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-checkin"/>.</summary>
    internal static GraphCall<NoContent> CheckIn(ItemAddress item, CheckInOptions? options = null)
    {
        var body = new CheckInRequest
        {
            Comment = options?.Comment,
            CheckInAs = options?.CheckInAs switch
            {
                null => null,
                CheckInKind.Unspecified => "unspecified",
                CheckInKind.Published => "published",
                _ => throw new ArgumentOutOfRangeException(nameof(options), "The value of CheckInAs is not defined in the enumeration."),
            },
        };
        return new()
        {
            Operation = "Items.CheckIn",
            Method = HttpMethod.Post,
            Path = item.ToRequestPath("checkin"),
            Body = new JsonCallBody(body),
            IsIdempotent = false,
        };
    }

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-discardcheckout"/>.</summary>
    internal static GraphCall<NoContent> DiscardCheckOut(ItemAddress item) => Post("Items.DiscardCheckOut", item, "discardCheckout");

    /// <summary><see href="https://learn.microsoft.com/graph/api/driveitem-follow"/>.</summary>
    internal static GraphCall<DriveItem> Follow(ItemAddress item) => new()
    {
        Operation = "Items.Follow",
        Method = HttpMethod.Post,
        Path = item.ToRequestPath("follow"),
        Body = EmptyCallBody.Instance,
        Answer = DriveItem.Read,
        IsIdempotent = true,
    };

    /// <summary>
    /// By id it is a deletion from the list of followed items, by path an action:
    /// <see href="https://learn.microsoft.com/graph/api/driveitem-unfollow"/>.
    /// </summary>
    internal static GraphCall<NoContent> Unfollow(ItemAddress item) => item is { Anchor: ItemAnchor.Item, RelativePath.Length: 0 }
        ? new()
        {
            Operation = "Items.Unfollow",
            Method = HttpMethod.Delete,
            Path = item.Drive!.ToRequestPath("following/" + PathEncoding.EncodeSegment(item.AnchorValue)),
            IsIdempotent = true,
            IsDoneWhenAbsentAfterDoubt = true,
        }
        : new()
        {
            Operation = "Items.Unfollow",
            Method = HttpMethod.Post,
            Path = item.ToRequestPath("unfollow"),
            Body = EmptyCallBody.Instance,
            IsIdempotent = true,
        };

    /// <summary>
    /// <see href="https://learn.microsoft.com/onedrive/developer/rest-api/concepts/using-sharing-links"/>: only in the root folder.
    /// </summary>
    internal static GraphCall<DriveItem> AddSharedFolder(DriveAddress drive, string name, ItemAddress sharedFolder)
    {
        PathRules.RequireSegment(name);
        if (sharedFolder is not { Drive: { Kind: DriveAddressKind.Drive } owner, Anchor: ItemAnchor.Item, RelativePath.Length: 0 })
        {
            throw new ArgumentException(
                $"'{sharedFolder}' does not contain the ids of the drive and of the item. Use DriveItem.Address.", nameof(sharedFolder));
        }

        var body = new AddSharedFolderRequest
        {
            Name = name,
            RemoteItem = new RemoteItemRequest
            {
                Id = sharedFolder.AnchorValue,
                ParentReference = new ParentReferenceRequest { DriveId = owner.Value },
            },
        };
        return new()
        {
            Operation = "Items.AddSharedFolder",
            Method = HttpMethod.Post,
            Path = drive.ToRequestPath("root/children"),
            Body = new JsonCallBody(body),
            Answer = DriveItem.Read,
            IsIdempotent = false,
        };
    }

    private static GraphCall<NoContent> Post(string operation, ItemAddress item, string verb) => new()
    {
        Operation = operation,
        Method = HttpMethod.Post,
        Path = item.ToRequestPath(verb),
        Body = EmptyCallBody.Instance,
        IsIdempotent = false,
    };
}
