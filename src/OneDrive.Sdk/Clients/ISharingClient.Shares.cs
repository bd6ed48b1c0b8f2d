using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface ISharingClient
{
    /// <summary>Gets the permission that a sharing link stands for.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="options">Which properties to return, and whether the link is used.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such link, or it stands for no permission.</exception>
    Task<Permission> GetSharePermissionAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the site that holds what a sharing link leads to; business drives only.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="options">Which properties to return, and whether the link is used.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such link.</exception>
    Task<Site> GetShareSiteAsync(
        ItemAddress share, GetSharedItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists what is in the folder that a sharing link leads to.</summary>
    /// <param name="share">The link, as <see cref="ItemAddress.Shared"/> addresses it.</param>
    /// <param name="options">Which properties to return, and whether the link is used.</param>
    Paged<DriveItem> ListShareItemsAsync(ItemAddress share, GetSharedItemOptions? options = null);

    /// <summary>
    /// Lists the permissions on an item, unless it still has the tag that the caller knows. Whether sharing alone changes the tag is up to
    /// the service.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="tag">The eTag of the item that the caller knows, as it was received.</param>
    /// <param name="options">Which properties to return, and how many entries the page has.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The first page; <see langword="null"/> when the item still has the tag.</returns>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    Task<Page<Permission>?> ListPermissionsIfChangedAsync(
        ItemAddress item, string tag, ListPermissionsOptions? options = null, CancellationToken cancellationToken = default);
}
