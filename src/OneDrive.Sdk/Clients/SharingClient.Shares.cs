using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Clients;

internal sealed partial class SharingClient
{
    public Task<Permission> GetSharePermissionAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(share, address => ShareCalls.GetPermission(address, options), cancellationToken);

    public Task<Site> GetShareSiteAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default) =>
        calls.SendAsync(share, address => ShareCalls.GetSite(address, options), cancellationToken);

    public Paged<DriveItem> ListShareItemsAsync(ItemAddress share, GetSharedItemOptions? options = null) =>
        calls.List(share, address => ShareCalls.ListItems(address, options));

    public async Task<Page<Permission>?> ListPermissionsIfChangedAsync(
        ItemAddress item, string tag, ListPermissionsOptions? options = null, CancellationToken cancellationToken = default)
    {
        var page = await calls.SendAsync(
            item, address => SharingCalls.ListPermissionsIfChanged(address, tag, options), cancellationToken).ConfigureAwait(false);
        return page?.ToPage();
    }
}
