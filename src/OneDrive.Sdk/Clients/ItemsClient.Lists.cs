using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Clients;

internal sealed partial class ItemsClient
{
    public IAsyncEnumerable<DriveItem> ListDescendantsAsync(
        ItemAddress folder, ListDescendantsOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        options ??= new ListDescendantsOptions();
        if (options.MaxDepth is { } depth)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1, nameof(options));
        }

        return ResolveAndListAsync(folder, options, cancellationToken);
    }

    public Paged<DriveItem> SearchAsync(ItemAddress folder, string text, SearchOptions? options = null) =>
        calls.List(folder, address => ItemListCalls.Search(address, text, options));

    public Paged<DriveItem> SearchDriveAsync(DriveAddress drive, string text, SearchOptions? options = null) =>
        calls.List(drive, address => ItemListCalls.SearchDrive(address, text, options));

    public Paged<DriveItem> ListFollowedAsync(DriveAddress drive, ListItemsOptions? options = null) =>
        calls.List(drive, address => ItemListCalls.ListFollowed(address, options));

    public Paged<DriveItem> ListRecentAsync(DriveAddress drive, ListItemsOptions? options = null) =>
        calls.List(drive, address => ItemListCalls.ListRecent(address, options));

    public Paged<DriveItem> ListSharedByMeAsync(DriveAddress drive, ListItemsOptions? options = null) =>
        calls.List(drive, address => ItemListCalls.ListSharedByMe(address, options));

    public Paged<DriveItem> ListSharedWithMeAsync(DriveAddress drive, ListSharedWithMeOptions? options = null) =>
        calls.List(drive, address => ItemListCalls.ListSharedWithMe(address, options));

    public Paged<DriveItem> ListBundlesAsync(DriveAddress drive, ListItemsOptions? options = null) =>
        calls.List(drive, address => BundleCalls.List(address, options));

    public Task<DriveItem> GetBundleAsync(
        ItemAddress bundle, GetItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(bundle, address => BundleCalls.Get(address, options), cancellationToken);

    public Task<DriveItem> CreateBundleAsync(
        DriveAddress drive,
        string name,
        IReadOnlyList<string> itemIds,
        CreateBundleOptions? options = null,
        CancellationToken cancellationToken = default) =>
        calls.SendAsync(drive, address => BundleCalls.Create(address, name, itemIds, options), cancellationToken);

    public Task AddToBundleAsync(ItemAddress bundle, string itemId, CancellationToken cancellationToken = default) =>
        calls.SendAsync(bundle, address => BundleCalls.AddItem(address, itemId), cancellationToken);

    public Task RemoveFromBundleAsync(ItemAddress bundle, string itemId, CancellationToken cancellationToken = default) =>
        calls.SendAsync(bundle, address => BundleCalls.RemoveItem(address, itemId), cancellationToken);

    private async IAsyncEnumerable<DriveItem> ResolveAndListAsync(
        ItemAddress folder, ListDescendantsOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var address = await addresses.ResolveAsync(folder, cancellationToken).ConfigureAwait(false);
        await foreach (var item in _descendants.ListAsync(address, options, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }
}
