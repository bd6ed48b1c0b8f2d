using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface ISharingClient
{
    /// <summary>Gets the permission that a sharing link stands for.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="options">Which properties to return, and whether the link is used.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The link does not exist, or does not have a permission.</exception>
    Task<Permission> GetSharePermissionAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the site that holds what a sharing link leads to; supported on business drives only.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="options">Which properties to return, and whether the link is used.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The link does not exist.</exception>
    Task<Site> GetShareSiteAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists what is in the folder that a sharing link leads to.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="options">Which properties to return, and whether the link is used.</param>
    Paged<DriveItem> ListShareItemsAsync(ItemAddress share, GetSharedItemOptions? options = null);

    /// <summary>Lists the permissions of an item, if its tag has changed. The service decides whether sharing changes the tag.</summary>
    /// <param name="item">The item.</param>
    /// <param name="tag">The eTag of the item that the caller knows, as it was received.</param>
    /// <param name="options">Which properties to return, and how many entries the page has.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The first page; <see langword="null"/> when the item still has the tag.</returns>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    Task<Page<Permission>?> ListPermissionsIfChangedAsync(
        ItemAddress item, string tag, ListPermissionsOptions? options = null, CancellationToken cancellationToken = default);
}
