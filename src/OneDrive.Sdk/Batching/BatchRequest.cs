using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Batching;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>
/// Collects calls that are sent together, 20 in a request. Each step fails or succeeds independently; read the results after
/// <see cref="IBatchClient.SendAsync"/>. A batch is sent once and is not thread-safe.
/// </summary>
public sealed class BatchRequest
{
    private readonly List<BatchStep> _steps = [];
    private bool _isSent;

    /// <summary>The steps in the order in which they were added.</summary>
    public IReadOnlyList<BatchStep> Steps => _steps;

    /// <summary>Gets a file or folder.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which properties to return.</param>
    public BatchResult<DriveItem> Get(ItemAddress item, GetItemOptions? options = null) =>
        Add(item, address => ItemCalls.Get(address, options));

    /// <summary>Gets the first page of the children of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Which properties to return, in which order, and how many entries the page has.</param>
    public BatchResult<Page<DriveItem>> ListChildren(ItemAddress folder, ListChildrenOptions? options = null) =>
        Add(folder, address => BatchCall<Page<DriveItem>>.Of(
            ItemCalls.ListChildren(address, options), page => page.ToPage()));

    /// <summary>Creates a folder.</summary>
    /// <param name="parent">The folder that will hold it.</param>
    /// <param name="name">Its name, not encoded.</param>
    /// <param name="options">The behavior when the name is already in use.</param>
    public BatchResult<DriveItem> CreateFolder(ItemAddress parent, string name, CreateFolderOptions? options = null) =>
        Add(parent, address => ItemCalls.CreateFolder(address, name, options));

    /// <summary>Changes the name, the description or the file times. Properties that are not set stay unchanged.</summary>
    /// <param name="item">The item.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="options">The condition of the change, such as an eTag.</param>
    public BatchResult<DriveItem> Update(ItemAddress item, ItemChanges changes, UpdateItemOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Add(item, address => ItemCalls.Update(address, changes, options));
    }

    /// <summary>Moves an item to another folder of the same drive.</summary>
    /// <param name="item">The item.</param>
    /// <param name="newParent">The destination folder, addressed by its id, because a path would require a lookup.</param>
    /// <param name="options">A new name, and under which condition.</param>
    /// <exception cref="ArgumentException">The folder is not addressed by its id.</exception>
    public BatchResult<DriveItem> Move(ItemAddress item, ItemAddress newParent, MoveItemOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(newParent);
        return newParent is { Anchor: ItemAnchor.Item, RelativePath.Length: 0 }
            ? Add(item, address => ItemCalls.Move(address, newParent.AnchorValue, options))
            : throw new ArgumentException("In a batch, the new folder must be addressed by its id.", nameof(newParent));
    }

    /// <summary>Deletes an item. By default it is moved to the recycle bin.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Whether the item is deleted permanently, and the condition of the change.</param>
    public BatchStep Delete(ItemAddress item, DeleteItemOptions? options = null) =>
        Add(item, address => ItemCalls.Delete(address, options));

    /// <summary>Adds a request to an endpoint that the client has no method for; its answer is not read.</summary>
    /// <param name="request">The request; a body must be JSON or empty.</param>
    public BatchStep Add(OneDriveRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Add(request.Path.Drive, drive => BatchCall<NoContent>.Of(request.ToPlainCall(drive), answer => answer));
    }

    /// <summary>Adds a request to an endpoint that the client has no method for, and reads its answer.</summary>
    /// <typeparam name="T">What the service answers.</typeparam>
    /// <param name="request">The request.</param>
    public BatchResult<T> Add<T>(OneDriveRequest<T> request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Add(request.Path.Drive, drive => BatchCall<T>.Of(request.ToCall(drive), answer => answer));
    }

    /// <summary>Adds a request for the first page of a list.</summary>
    /// <typeparam name="T">The type of the entries.</typeparam>
    /// <param name="request">The request; its <see cref="OneDriveRequest{T}.Answer"/> reads one entry.</param>
    public BatchResult<Page<T>> AddList<T>(OneDriveRequest<T> request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Add(request.Path.Drive, drive => BatchCall<Page<T>>.Of(request.ToListCall(drive), page => page.ToPage()));
    }

    internal void MarkSent()
    {
        RequireNotSent();
        _isSent = true;
    }

    private void RequireNotSent()
    {
        if (_isSent)
        {
            throw new InvalidOperationException("The batch was already sent. Create a new one.");
        }
    }

    private BatchResult<T> Add<T>(ItemAddress item, Func<ItemAddress, GraphCall<T>> create) =>
        Add(item, address => BatchCall<T>.Of(create(address), answer => answer));

    private BatchResult<T> Add<T>(ItemAddress item, Func<ItemAddress, BatchCall<T>> create)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Add(item.Drive, drive => create(item.In(drive)));
    }

    private BatchResult<T> Add<T>(DriveAddress? drive, Func<DriveAddress?, BatchCall<T>> create)
    {
        RequireNotSent();
        var step = new BatchResult<T>(this, drive, create);
        _steps.Add(step);
        return step;
    }
}
