using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>A folder at the service that is being read, page by page, and where it goes on this machine.</summary>
internal sealed class RemoteListing(
    GraphTransport transport, ItemAddress address, string localPath, string relativePath, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private static readonly string[] Properties =
        ["id", "name", "size", "file", "folder", "package", "remoteItem", "parentReference", "fileSystemInfo"];

    private readonly IAsyncEnumerator<DriveItem> _items = new LinkedPages<DriveItem>(
        transport, _ => ValueTask.FromResult(ItemCalls.ListChildren(address, new ListChildrenOptions { Select = Properties })))
        .GetAsyncEnumerator(cancellationToken);

    internal string LocalPath => localPath;

    internal string RelativePath => relativePath;

    internal NameClaims Claims { get; } = new();

    /// <summary>The next item, or the error that ends the list, or neither at its end.</summary>
    internal async ValueTask<(DriveItem? Item, Exception? Error)> ReadAsync()
    {
        try
        {
            return (await _items.MoveNextAsync().ConfigureAwait(false) ? _items.Current : null, null);
        }
        catch (OneDriveException exception)
        {
            return (null, exception);
        }
    }

    public ValueTask DisposeAsync() => _items.DisposeAsync();
}
