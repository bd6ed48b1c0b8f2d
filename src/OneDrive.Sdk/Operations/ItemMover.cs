using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Operations;

/// <summary>Moves an item: the service requires the id of the new parent, so a path is resolved first.</summary>
internal sealed class ItemMover(GraphTransport transport)
{
    private static readonly GetItemOptions IdOnly = new() { Select = ["id"] };

    internal async Task<DriveItem> MoveAsync(
        ItemAddress item, ItemAddress newParent, MoveItemOptions? options, CancellationToken cancellationToken)
    {
        if (item.Drive is { Kind: DriveAddressKind.Drive } from && newParent.Drive is { Kind: DriveAddressKind.Drive } to && from != to)
        {
            throw new ArgumentException("An item can be moved only within its drive. Copy it to the other drive "
                + "instead.", nameof(newParent));
        }

        var parentId = newParent is { Anchor: ItemAnchor.Item, RelativePath.Length: 0 }
            ? newParent.AnchorValue
            : (await transport.SendAsync(ItemCalls.Get(newParent, IdOnly), cancellationToken).ConfigureAwait(false)).Id
                ?? throw new OneDriveConnectionException("Items.Move: the service did not return the id of the destination folder.")
                {
                    IsTransient = false,
                };
        return await transport.SendAsync(ItemCalls.Move(item, parentId, options), cancellationToken).ConfigureAwait(false);
    }
}
