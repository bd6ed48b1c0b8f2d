using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Gets, lists, creates, changes, moves, copies and deletes files and folders, without their content.</summary>
public partial interface IItemsClient
{
    /// <summary>Gets a file or folder.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The item does not exist.</exception>
    Task<DriveItem> GetAsync(ItemAddress item, GetItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a file or folder, or <see langword="null"/> if it does not exist.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <example>
    /// <code>
    /// var item = await client.Items.FindAsync(DriveAddress.Me.Path("/perhaps.txt"));
    /// Console.WriteLine(item is null ? "not there" : $"{item.Size} bytes");
    /// </code>
    /// </example>
    Task<DriveItem?> FindAsync(ItemAddress item, GetItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the children of a folder. During concurrent changes an entry may be missing or occur twice.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries a page has.</param>
    /// <example>
    /// <code>
    /// await foreach (var item in client.Items.ListChildrenAsync(DriveAddress.Me.Root))
    /// {
    ///     names.Add(item.Name);
    /// }
    ///
    /// await foreach (var item in client.Items.ListChildrenAsync(DriveAddress.Me.Path("/Reports/2026")))
    /// {
    ///     names.Add(item.Name);
    /// }
    /// </code>
    /// </example>
    Paged<DriveItem> ListChildrenAsync(ItemAddress folder, ListChildrenOptions? options = null);

    /// <summary>Creates a folder.</summary>
    /// <param name="parent">The folder that will hold it.</param>
    /// <param name="name">Its name, not encoded.</param>
    /// <param name="options">The behavior when the name is already in use.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name is empty or contains a separator.</exception>
    /// <exception cref="ItemConflictException">An item with the name already exists.</exception>
    Task<DriveItem> CreateFolderAsync(
        ItemAddress parent, string name, CreateFolderOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a folder and creates it, with its parent folders, if it does not exist. Concurrent calls for the same folder are supported.
    /// </summary>
    /// <param name="folder">The folder, addressed by a path.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemConflictException">A file with the name of the folder exists.</exception>
    /// <example>
    /// <code>
    /// var folder = await client.Items.EnsureFolderAsync(DriveAddress.Me.Path("/Backups/2026/November"));
    /// Console.WriteLine(folder.Name);
    /// </code>
    /// </example>
    Task<DriveItem> EnsureFolderAsync(ItemAddress folder, CancellationToken cancellationToken = default);

    /// <summary>Changes the name, the description or the file times. Properties that are not set stay unchanged.</summary>
    /// <param name="item">The item.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="options">The condition of the change, such as an eTag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The changes are empty.</exception>
    /// <exception cref="PreconditionFailedException">The item does not match the condition.</exception>
    Task<DriveItem> UpdateAsync(
        ItemAddress item, ItemChanges changes, UpdateItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Moves an item to another folder of the same drive.</summary>
    /// <param name="item">The item.</param>
    /// <param name="newParent">The folder that will hold it.</param>
    /// <param name="options">A new name, and under which condition.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemConflictException">The destination already contains an item with the name.</exception>
    Task<DriveItem> MoveAsync(
        ItemAddress item, ItemAddress newParent, MoveItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a copy, which the service executes asynchronously.</summary>
    /// <remarks>A request whose response was lost is not repeated, because that could create two copies.</remarks>
    /// <param name="item">The item to copy: a file, or a folder with all its content.</param>
    /// <param name="newParent">The destination folder, in this or another drive.</param>
    /// <param name="options">A new name, the conflict behavior, and more.</param>
    /// <param name="cancellationToken">Cancels the call; a started copy continues.</param>
    /// <returns>The running copy; errors such as an existing name are reported by its status.</returns>
    /// <example>
    /// <code>
    /// var operation = await client.Items.StartCopyAsync(
    ///     DriveAddress.Me.Path("/Plans"), DriveAddress.Me.Path("/Archive"), new CopyItemOptions { NewName = "Plans 2026" });
    /// var copy = await operation.WaitAsync();
    /// </code>
    /// </example>
    Task<CopyOperation> StartCopyAsync(
        ItemAddress item, ItemAddress newParent, CopyItemOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Resumes the monitoring of a copy that was started earlier, possibly by another process. No request is sent yet.</summary>
    /// <param name="monitorUrl">The <see cref="CopyOperation.MonitorUrl"/> of the copy.</param>
    /// <param name="destination">The drive that gets the copy.</param>
    /// <exception cref="ArgumentException">The address is not one of OneDrive or SharePoint.</exception>
    CopyOperation ResumeCopy(string monitorUrl, DriveAddress destination);

    /// <summary>Deletes a file, or a folder with all its content. By default it is moved to the recycle bin.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Whether the item is deleted permanently, and the condition of the change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The item does not exist.</exception>
    Task DeleteAsync(ItemAddress item, DeleteItemOptions? options = null, CancellationToken cancellationToken = default);
}
