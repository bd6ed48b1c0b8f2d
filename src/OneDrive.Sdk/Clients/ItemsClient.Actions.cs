using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Clients;

internal sealed partial class ItemsClient
{
    public async Task<bool> ExistsAsync(ItemAddress item, CancellationToken cancellationToken = default)
    {
        try
        {
            await calls.SendAsync(item, ItemCalls.Exists, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ItemNotFoundException)
        {
            return false;
        }
    }

    public Task<DriveItem?> GetIfChangedAsync(
        ItemAddress item, string tag, GetItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => ItemCalls.GetIfChanged(address, tag, options), cancellationToken);

    public Task<DriveItem> AddSharedFolderAsync(
        DriveAddress drive, string name, ItemAddress sharedFolder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sharedFolder);
        return calls.SendAsync(drive, address => ItemActionCalls.AddSharedFolder(address, name, sharedFolder), cancellationToken);
    }

    public Task<DriveItem> RestoreAsync(
        ItemAddress item, RestoreItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => ItemActionCalls.Restore(address, options), cancellationToken);

    public Task CheckOutAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, ItemActionCalls.CheckOut, cancellationToken);

    public Task CheckInAsync(ItemAddress item, CheckInOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => ItemActionCalls.CheckIn(address, options), cancellationToken);

    public Task DiscardCheckOutAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, ItemActionCalls.DiscardCheckOut, cancellationToken);

    public Task<DriveItem> FollowAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, ItemActionCalls.Follow, cancellationToken);

    public Task UnfollowAsync(ItemAddress item, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, ItemActionCalls.Unfollow, cancellationToken);

    public async Task<Page<DriveItem>?> ListChildrenIfChangedAsync(
        ItemAddress folder, string tag, ListChildrenOptions? options = null, CancellationToken cancellationToken = default)
    {
        var page = await calls.SendAsync(
            folder, address => ItemCalls.ListChildrenIfChanged(address, tag, options), cancellationToken).ConfigureAwait(false);
        return page?.ToPage();
    }
}
