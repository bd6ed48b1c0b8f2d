using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Files and folders without their bytes: get, list, create, change, move and delete.</summary>
public partial interface IItemsClient
{
    /// <summary>Gets a file or folder.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    Task<DriveItem> GetAsync(ItemAddress item, GetItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a file or folder, or <see langword="null"/> when there is none at the address.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DriveItem?> FindAsync(ItemAddress item, GetItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists what a folder holds, not what its folders hold. Under concurrent changes an entry may be missing or come twice.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries a page has.</param>
    Paged<DriveItem> ListChildrenAsync(ItemAddress folder, ListChildrenOptions? options = null);

    /// <summary>Creates a folder.</summary>
    /// <param name="parent">The folder that will hold it.</param>
    /// <param name="name">Its name, not encoded.</param>
    /// <param name="options">What happens when the name is taken.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The name is empty, or no single name.</exception>
    /// <exception cref="ItemConflictException">The name is taken.</exception>
    Task<DriveItem> CreateFolderAsync(
        ItemAddress parent, string name, CreateFolderOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a folder and creates it, with the folders above it, where it is missing. Many callers may ask for the same one at once.
    /// </summary>
    /// <param name="folder">The folder, addressed by a path.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemConflictException">A file stands where the folder should be.</exception>
    Task<DriveItem> EnsureFolderAsync(ItemAddress folder, CancellationToken cancellationToken = default);

    /// <summary>Changes the name, the description or the file times; what is left out stays.</summary>
    /// <param name="item">The item.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="options">Under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">Nothing changes.</exception>
    /// <exception cref="PreconditionFailedException">The item is no longer in the state that was asked for.</exception>
    Task<DriveItem> UpdateAsync(
        ItemAddress item, ItemChanges changes, UpdateItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Moves an item to another folder of the same drive.</summary>
    /// <param name="item">The item.</param>
    /// <param name="newParent">The folder that will hold it.</param>
    /// <param name="options">A new name, and under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemConflictException">The name is taken there.</exception>
    Task<DriveItem> MoveAsync(
        ItemAddress item, ItemAddress newParent, MoveItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Orders a copy, which the service makes in its own time.</summary>
    /// <remarks>An order whose answer was lost is not repeated: there could be two copies.</remarks>
    /// <param name="item">What is copied: a file, or a folder with all it holds.</param>
    /// <param name="newParent">The folder that gets the copy, in this or another drive.</param>
    /// <param name="options">A new name, what happens on a conflict, and more.</param>
    /// <param name="cancellationToken">Ends the call; a copy that was ordered goes on.</param>
    /// <returns>The copy in the making; a name that is taken, for one, shows only there.</returns>
    Task<CopyOperation> StartCopyAsync(
        ItemAddress item, ItemAddress newParent, CopyItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Goes on watching a copy that was ordered earlier, perhaps by another process. Nothing is sent yet.</summary>
    /// <param name="monitorUrl">The <see cref="CopyOperation.MonitorUrl"/> of the copy.</param>
    /// <param name="destination">The drive that gets the copy.</param>
    /// <exception cref="ArgumentException">The address is not one of OneDrive or SharePoint.</exception>
    CopyOperation ResumeCopy(string monitorUrl, DriveAddress destination);

    /// <summary>Deletes a file, or a folder with all it holds; into the recycle bin unless the options say otherwise.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Whether for good, and under which condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    Task DeleteAsync(ItemAddress item, DeleteItemOptions? options = null, CancellationToken cancellationToken = default);
}
