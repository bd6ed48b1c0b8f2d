using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Operations;

namespace OneDrive.Sdk.Clients;

internal sealed partial class ItemsClient(GraphTransport transport, AddressResolver addresses, AddressedCalls calls) : IItemsClient
{
    private readonly FolderEnsurer _folders = new(transport);
    private readonly DescendantLister _descendants = new(transport);
    private readonly ItemMover _mover = new(transport);
    private readonly ItemCopier _copier = new(transport);

    public Task<DriveItem> GetAsync(
        ItemAddress item, GetItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => ItemCalls.Get(address, options), cancellationToken);

    public async Task<DriveItem?> FindAsync(ItemAddress item, GetItemOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await GetAsync(item, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
    }

    public Paged<DriveItem> ListChildrenAsync(ItemAddress folder, ListChildrenOptions? options = null) =>
        calls.List(folder, address => ItemCalls.ListChildren(address, options));

    public Task<DriveItem> CreateFolderAsync(
        ItemAddress parent, string name, CreateFolderOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(parent, address => ItemCalls.CreateFolder(address, name, options), cancellationToken);

    public async Task<DriveItem> EnsureFolderAsync(ItemAddress folder, CancellationToken cancellationToken = default) =>
        (await _folders.EnsureAsync(
            await addresses.ResolveAsync(folder, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)).Folder;

    public Task<DriveItem> UpdateAsync(
        ItemAddress item, ItemChanges changes, UpdateItemOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return calls.SendAsync(item, address => ItemCalls.Update(address, changes, options), cancellationToken);
    }

    public async Task<DriveItem> MoveAsync(
        ItemAddress item, ItemAddress newParent, MoveItemOptions? options = null, CancellationToken cancellationToken = default) =>
        await _mover.MoveAsync(
            await addresses.ResolveAsync(item, cancellationToken).ConfigureAwait(false),
            await addresses.ResolveAsync(newParent, cancellationToken).ConfigureAwait(false),
            options,
            cancellationToken).ConfigureAwait(false);

    public async Task<CopyOperation> StartCopyAsync(
        ItemAddress item, ItemAddress newParent, CopyItemOptions? options = null, CancellationToken cancellationToken = default) =>
        await _copier.StartAsync(
            await addresses.ResolveAsync(item, cancellationToken).ConfigureAwait(false),
            await addresses.ResolveAsync(newParent, cancellationToken).ConfigureAwait(false),
            options,
            cancellationToken).ConfigureAwait(false);

    public CopyOperation ResumeCopy(string monitorUrl, DriveAddress destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return _copier.Resume(monitorUrl, cancellationToken => addresses.ResolveAsync(destination, cancellationToken));
    }

    public Task DeleteAsync(ItemAddress item, DeleteItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(item, address => ItemCalls.Delete(address, options), cancellationToken);
}
