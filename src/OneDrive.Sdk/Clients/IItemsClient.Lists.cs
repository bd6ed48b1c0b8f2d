using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IItemsClient
{
    /// <summary>
    /// Lists everything below a folder; a folder is listed before its content. One request is sent for each folder;
    /// <see cref="IChangesClient"/> needs far fewer requests to follow a whole drive. Folders of other drives are listed, but not entered.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Which properties to return, and how deep to go.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    /// <exception cref="ArgumentOutOfRangeException">The depth is below 1.</exception>
    /// <exception cref="IncompleteListingException">
    /// Folders below could not be listed. It is thrown at the end, unless <see cref="ListDescendantsOptions.OnSkipped"/> is set.
    /// </exception>
    IAsyncEnumerable<DriveItem> ListDescendantsAsync(
        ItemAddress folder, ListDescendantsOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Finds items below a folder by name, content and metadata.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="text">The search text; quotes are escaped automatically.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries a page has.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    Paged<DriveItem> SearchAsync(ItemAddress folder, string text, SearchOptions? options = null);

    /// <summary>Finds items in a drive and among the items shared with its user, which have <see cref="DriveItem.RemoteItem"/>.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="text">The search text; quotes are escaped automatically.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries a page has.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    Paged<DriveItem> SearchDriveAsync(DriveAddress drive, string text, SearchOptions? options = null);

    /// <summary>Lists the items that the user follows; supported on business drives only.</summary>
    /// <param name="drive">The drive of the user.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries a page has.</param>
    Paged<DriveItem> ListFollowedAsync(DriveAddress drive, ListItemsOptions? options = null);

    /// <summary>
    /// Lists what was used lately. The service retires this list: it is incomplete, and from November 2026 on it is empty, see
    /// https://learn.microsoft.com/graph/api/drive-recent.
    /// </summary>
    /// <param name="drive">The drive of the user.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries a page has.</param>
    [Obsolete("Microsoft is retiring this list; from November 2026 it is empty. Use SearchDriveAsync or client.Changes.")]
    Paged<DriveItem> ListRecentAsync(DriveAddress drive, ListItemsOptions? options = null);

    /// <summary>
    /// Lists what the user shared with others; supported on personal drives only. An old list of the service, which its newer
    /// metadata does not have: https://learn.microsoft.com/onedrive/developer/rest-api/api/drive_sharedbyme.
    /// </summary>
    /// <param name="drive">The drive of the user.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries a page has.</param>
    Paged<DriveItem> ListSharedByMeAsync(DriveAddress drive, ListItemsOptions? options = null);

    /// <summary>
    /// Lists what others shared with the user. The service retires this list: after November 2027 it is empty, see
    /// https://learn.microsoft.com/graph/api/drive-sharedwithme.
    /// </summary>
    /// <param name="drive">The drive of the user.</param>
    /// <param name="options">Which properties to return, and whether items of other organizations are listed.</param>
    [Obsolete("Microsoft is retiring this list; after November 2027 it is empty. Store the sharing links, or use SearchDriveAsync.")]
    Paged<DriveItem> ListSharedWithMeAsync(DriveAddress drive, ListSharedWithMeOptions? options = null);
}
