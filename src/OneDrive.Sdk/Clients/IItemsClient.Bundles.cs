using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IItemsClient
{
    /// <summary>Lists the bundles and albums of a personal drive.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="options">Which properties to return, and which bundles: <c>bundle/album ne null</c> filters albums.</param>
    Paged<DriveItem> ListBundlesAsync(DriveAddress drive, ListItemsOptions? options = null);

    /// <summary>Gets a bundle; expand <c>children</c> to see its content. It is changed and deleted like any item.</summary>
    /// <param name="bundle">The bundle, by its id.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The address does not name an item by its id.</exception>
    Task<DriveItem> GetBundleAsync(ItemAddress bundle, GetItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a bundle: a set of items that stay in their folders. Supported on personal drives only.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="name">The name, not encoded.</param>
    /// <param name="itemIds">The ids of the items that it holds.</param>
    /// <param name="options">Whether it is an album, and what happens when the name is taken.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<DriveItem> CreateBundleAsync(
        DriveAddress drive,
        string name,
        IReadOnlyList<string> itemIds,
        CreateBundleOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Adds an item to a bundle.</summary>
    /// <param name="bundle">The bundle, by its id.</param>
    /// <param name="itemId">The id of the item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The address does not name an item by its id.</exception>
    Task AddToBundleAsync(ItemAddress bundle, string itemId, CancellationToken cancellationToken = default);

    /// <summary>Removes an item from a bundle. The item itself is not deleted.</summary>
    /// <param name="bundle">The bundle, by its id.</param>
    /// <param name="itemId">The id of the item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The address does not name an item by its id.</exception>
    Task RemoveFromBundleAsync(ItemAddress bundle, string itemId, CancellationToken cancellationToken = default);
}
