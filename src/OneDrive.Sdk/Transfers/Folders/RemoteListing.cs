using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>A folder at the service that is being read, page by page, and its local destination.</summary>
internal sealed class RemoteListing(
    GraphTransport transport,
    DriveItem folder,
    ItemAddress address,
    string localPath,
    string relativePath,
    CancellationToken cancellationToken)
    : IAsyncDisposable
{
    // Lists are requested ahead, so that a tree of many folders is not read one round trip at a time.
    private const int Ahead = 4;

    private static readonly string[] Properties =
    [
        "id", "name", "size", "eTag", "cTag", "file", "folder", "package", "remoteItem", "parentReference", "fileSystemInfo",
        "specialFolder",
    ];

    private readonly IAsyncEnumerator<Page<DriveItem>> _pages = new LinkedPages<DriveItem>(
        transport, _ => ValueTask.FromResult(ItemCalls.ListChildren(address, new ListChildrenOptions { Select = Properties })))
        .AsPagesAsync(continuationToken: null, cancellationToken).GetAsyncEnumerator(cancellationToken);

    // A step that was taken is forgotten, and with it everything that was read of its folder.
    private readonly Queue<FolderStep> _steps = [];
    private Task<bool>? _begun;

    internal DriveItem Folder => folder;

    internal ItemAddress Address => address;

    internal string LocalPath => localPath;

    internal string RelativePath => relativePath;

    internal NameClaims Claims { get; } = new();

    /// <summary>Asks for the first page without waiting for it.</summary>
    internal void Begin() => _begun ??= _pages.MoveNextAsync().AsTask();

    /// <summary>The next page; null at the end.</summary>
    internal async ValueTask<IReadOnlyList<DriveItem>?> ReadPageAsync()
    {
        Begin();
        var page = _begun!;
        _begun = null;
        return await page.ConfigureAwait(false) ? _pages.Current.Items : null;
    }

    /// <summary>Takes over what is to be done with an item of the page.</summary>
    internal void Plan(FolderStep step) => _steps.Enqueue(step);

    /// <summary>The next thing to do; null when the page is done.</summary>
    internal FolderStep? TakeStep()
    {
        foreach (var listing in _steps.Select(step => step.Enter).OfType<RemoteListing>().Take(Ahead))
            listing.Begin();
        return _steps.TryDequeue(out var next) ? next : null;
    }

    public async ValueTask DisposeAsync()
    {
        while (_steps.TryDequeue(out var step))
        {
            if (step.Enter is { } listing)
                await listing.DisposeAsync().ConfigureAwait(false);
        }

        if (_begun is { } begun)
            await ((Task)begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _pages.DisposeAsync().ConfigureAwait(false);
    }
}
