using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IItemsClient
{
    /// <summary>Returns whether an item exists at the address, without reading its properties.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool> ExistsAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Gets a file or folder, or <see langword="null"/> if it has not changed.</summary>
    /// <param name="item">The item.</param>
    /// <param name="tag">The eTag or cTag that the service returned earlier.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ItemNotFoundException">The item does not exist.</exception>
    Task<DriveItem?> GetIfChangedAsync(
        ItemAddress item, string tag, GetItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the children of a folder, if anything in it has changed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="tag">The cTag of the folder that the service returned earlier; it changes with any item below.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries the page has.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The first page, whose <see cref="Page{T}.ContinuationToken"/> is used with <see cref="ListChildrenAsync"/>; <see langword="null"/>
    /// if nothing changed.
    /// </returns>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ItemNotFoundException">The folder does not exist.</exception>
    Task<Page<DriveItem>?> ListChildrenIfChangedAsync(
        ItemAddress folder, string tag, ListChildrenOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds a shared folder of another drive to the root folder of the user's drive; supported on personal drives only. To
    /// remove it, delete the returned item.
    /// </summary>
    /// <param name="drive">The drive of the user.</param>
    /// <param name="name">The name of the folder in the user's drive, not encoded.</param>
    /// <param name="sharedFolder">The folder on the other drive, as <see cref="DriveItem.Address"/> gives it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name contains a separator, or the address does not contain both ids.</exception>
    Task<DriveItem> AddSharedFolderAsync(
        DriveAddress drive, string name, ItemAddress sharedFolder, CancellationToken cancellationToken = default);

    /// <summary>Restores a deleted item; supported on personal drives only.</summary>
    /// <param name="item">The item, by its id.</param>
    /// <param name="options">The destination and the name of the restored item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The item does not exist in the recycle bin.</exception>
    Task<DriveItem> RestoreAsync(ItemAddress item, RestoreItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Checks a file out: other users cannot change it until it is checked in.</summary>
    /// <param name="item">The file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ResourceLockedException">The file is already checked out.</exception>
    Task CheckOutAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Checks a file in, as a new version.</summary>
    /// <param name="item">The file.</param>
    /// <param name="options">The comment of the version, and whether it is published.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task CheckInAsync(ItemAddress item, CheckInOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Discards the check-out of a file and its changes.</summary>
    /// <param name="item">The file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ResourceLockedException">The file is checked out by another user.</exception>
    Task DiscardCheckOutAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Adds an item to the user's followed items; supported on business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<DriveItem> FollowAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Removes an item from the user's followed items.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task UnfollowAsync(ItemAddress item, CancellationToken cancellationToken = default);
}
