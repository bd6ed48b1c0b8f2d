using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Operations;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// A folder at the service that an upload fills: created once for all its files, and released after its last file. If existing items
/// matter, they are read with one list request, not by trial.
/// </summary>
internal sealed class RemoteFolder(
    GraphTransport transport,
    FolderEnsurer ensurer,
    ItemAddress address,
    RemoteFolder? parent,
    string name,
    bool looksFirst,
    bool isDryRun)
{
    // Of a larger folder only this many entries are cached; the others are requested one by one.
    private const int LongestMemory = 5000;

    private static readonly string[] Properties =
        ["id", "name", "size", "file", "folder", "fileSystemInfo", "parentReference", "remoteItem"];

    private readonly object _gate = new();
    private Task<(ItemAddress Address, DriveItem Item, bool IsNew)>? _folder;
    private Task<(Dictionary<string, DriveItem> Entries, bool IsAll)>? _entries;

    /// <summary>Gets the folder, created if it did not exist. All callers belong to one transfer and use the same token.</summary>
    internal Task<(ItemAddress Address, DriveItem Item, bool IsNew)> EnsureAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _folder ??= MakeAsync(cancellationToken);
    }

    /// <summary>Finds an item of the folder; null when there is none.</summary>
    internal async Task<DriveItem?> FindAsync(string child, CancellationToken cancellationToken)
    {
        var folder = await EnsureAsync(cancellationToken).ConfigureAwait(false);
        if (folder.IsNew)
            return null;

        Task<(Dictionary<string, DriveItem> Entries, bool IsAll)> listing;
        lock (_gate)
            listing = _entries ??= ListAsync(folder.Address, cancellationToken);
        var (entries, isAll) = await listing.ConfigureAwait(false);
        if (entries.TryGetValue(child, out var found) || isAll)
            return found;

        return await GetAsync(folder.Address.Child(child), cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ItemAddress Address, DriveItem Item, bool IsNew)> MakeAsync(CancellationToken cancellationToken)
    {
        if (isDryRun)
            return await LookAsync(cancellationToken).ConfigureAwait(false);
        if (parent is null)
        {
            var (root, isNewRoot) = await ensurer.EnsureAsync(address, cancellationToken).ConfigureAwait(false);
            return (root.Address, root, isNewRoot);
        }

        var above = await parent.EnsureAsync(cancellationToken).ConfigureAwait(false);
        if (looksFirst && await parent.FindAsync(name, cancellationToken).ConfigureAwait(false) is { Folder: not null } existing)
            return (existing.Address, existing, false);
        var (folder, isNew) = await ensurer.EnsureChildAsync(above.Address.Child(name), cancellationToken).ConfigureAwait(false);
        return (folder.Address, folder, isNew);
    }

    /// <summary>Finds the folder without making it; one that would be made is empty.</summary>
    private async Task<(ItemAddress Address, DriveItem Item, bool IsNew)> LookAsync(CancellationToken cancellationToken)
    {
        DriveItem? item;
        if (parent is null)
        {
            item = await GetAsync(address, cancellationToken).ConfigureAwait(false);
            return (address, item ?? new DriveItem(), item is null);
        }

        item = await parent.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (item is { Folder: not null })
            return (item.Address, item, false);
        var above = await parent.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return (above.Address.Child(name), new DriveItem { Name = name }, true);
    }

    private async Task<DriveItem?> GetAsync(ItemAddress item, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(
                ItemCalls.Get(item, new GetItemOptions { Select = Properties }), cancellationToken).ConfigureAwait(false);
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
    }

    private async Task<(Dictionary<string, DriveItem> Entries, bool IsAll)> ListAsync(
        ItemAddress folder, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, DriveItem>(StringComparer.OrdinalIgnoreCase);
        var pages = new LinkedPages<DriveItem>(
            transport, _ => ValueTask.FromResult(ItemCalls.ListChildren(folder, new ListChildrenOptions { Select = Properties })));
        await foreach (var item in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (entries.Count == LongestMemory)
                return (entries, false);
            if (item.Name is { } itemName)
                entries[itemName] = item;
        }

        return (entries, true);
    }
}
