using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IItemsClient
{
    /// <summary>Says whether there is an item at the address, without asking for what it is.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<bool> ExistsAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Gets a file or folder, or <see langword="null"/> when it is still as the caller knows it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="tag">The eTag or cTag that the caller knows, as it was received.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    Task<DriveItem?> GetIfChangedAsync(
        ItemAddress item, string tag, GetItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists what a folder holds, or tells that nothing in it changed since the caller last looked.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="tag">The cTag of the folder that the caller knows, as it was received; it changes with anything below.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries the page has.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The first page, whose <see cref="Page{T}.ContinuationToken"/> goes on with <see cref="ListChildrenAsync"/>;
    /// <see langword="null"/> when nothing changed.
    /// </returns>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="ItemNotFoundException">There is no such folder.</exception>
    Task<Page<DriveItem>?> ListChildrenIfChangedAsync(
        ItemAddress folder, string tag, ListChildrenOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a folder of another drive appear in the root folder of one's own; personal drives only. To take it away, delete the item
    /// that the call returned.
    /// </summary>
    /// <param name="drive">The drive of the user.</param>
    /// <param name="name">The name that the folder gets there, not encoded.</param>
    /// <param name="sharedFolder">The folder on the other drive, as <see cref="DriveItem.Address"/> gives it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The name is no single name, or the address does not tell both ids.</exception>
    Task<DriveItem> AddSharedFolderAsync(
        DriveAddress drive, string name, ItemAddress sharedFolder, CancellationToken cancellationToken = default);

    /// <summary>Brings a deleted item back; personal drives only.</summary>
    /// <param name="item">The item, by its id.</param>
    /// <param name="options">Where it comes back, and under which name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such item in the recycle bin.</exception>
    Task<DriveItem> RestoreAsync(ItemAddress item, RestoreItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a file for oneself: nobody else can change it until it is checked in.</summary>
    /// <param name="item">The file.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ResourceLockedException">Somebody has it.</exception>
    Task CheckOutAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Gives a checked out file back, as a new version.</summary>
    /// <param name="item">The file.</param>
    /// <param name="options">What the version is about, and whether it is published.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task CheckInAsync(ItemAddress item, CheckInOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gives a checked out file back as it was before.</summary>
    /// <param name="item">The file.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ResourceLockedException">Somebody else has it.</exception>
    Task DiscardCheckOutAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Puts an item on the user's list of followed items; business drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DriveItem> FollowAsync(ItemAddress item, CancellationToken cancellationToken = default);

    /// <summary>Takes an item off the user's list of followed items.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task UnfollowAsync(ItemAddress item, CancellationToken cancellationToken = default);
}
