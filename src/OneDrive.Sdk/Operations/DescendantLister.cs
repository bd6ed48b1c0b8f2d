using System.Runtime.CompilerServices;
using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;
using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Operations;

/// <summary>
/// Lists everything below a folder; a folder is listed before its content. Memory use is one page at a time and one position per level.
/// References to folders of other drives are listed and not entered. A folder that cannot be listed does not stop the listing.
/// </summary>
internal sealed class DescendantLister(GraphTransport transport)
{
    /// <summary>A path has at most 400 characters, so a deeper tree exceeds the limits of the service.</summary>
    private const int DeepestLevel = 1000;

    /// <summary>After this many consecutive folders without a response, the connection is considered broken.</summary>
    private const int MostLostInARow = 10;

    private static readonly string[] Needed = ["id", "folder", "parentReference", "remoteItem"];

    internal async IAsyncEnumerable<DriveItem> ListAsync(
        ItemAddress folder, ListDescendantsOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = new ListChildrenOptions
        {
            Select = options.Select.Count > 0 ? [.. options.Select.Union(Needed, StringComparer.Ordinal)] : [],
            Expand = options.Expand,
            PageSize = options.PageSize,
        };
        var skipped = new SkippedFolders(transport, options.OnSkipped);
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var levels = new Stack<Level>();
        levels.Push(new Level(transport, folder, Folder: null, listing, cancellationToken));
        try
        {
            while (levels.TryPeek(out var level))
            {
                var item = await NextAsync(level, skipped, cancellationToken).ConfigureAwait(false);
                if (item is null)
                {
                    await levels.Pop().DisposeAsync().ConfigureAwait(false);
                    continue;
                }

                yield return item;
                if (item is { Folder: not null, RemoteItem: null, Deleted: null } && levels.Count != options.MaxDepth
                    && skipped.AddressOf(item, isTooDeep: levels.Count >= DeepestLevel) is { } address && entered.Add(item.Id!))
                {
                    levels.Push(new Level(transport, address, item, listing, cancellationToken));
                }
            }
        }
        finally
        {
            while (levels.TryPop(out var level))
            {
                await level.DisposeAsync().ConfigureAwait(false);
            }
        }

        skipped.ThrowIfAny();
    }

    /// <summary>The next item of a folder; null at its end, or when the rest of it cannot be read.</summary>
    private static async ValueTask<DriveItem?> NextAsync(Level level, SkippedFolders skipped, CancellationToken cancellationToken)
    {
        try
        {
            var hasNext = await level.Items.MoveNextAsync().ConfigureAwait(false);
            skipped.NoteAnswer();
            return hasNext ? level.Items.Current : null;
        }
        catch (Exception exception) when (level.Folder is not null && skipped.Takes(exception))
        {
            await skipped.AddAsync(level.Folder, level.Address, exception, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>A folder that is being listed.</summary>
    /// <param name="Transport">Fetches the pages.</param>
    /// <param name="Address">The address of the folder.</param>
    /// <param name="Folder">The folder as it was listed; null for the one that the caller named.</param>
    /// <param name="Options">How it is listed.</param>
    /// <param name="CancellationToken">Ends the enumeration.</param>
    private sealed record Level(
        GraphTransport Transport,
        ItemAddress Address,
        DriveItem? Folder,
        ListChildrenOptions Options,
        CancellationToken CancellationToken) : IAsyncDisposable
    {
        internal IAsyncEnumerator<DriveItem> Items { get; } =
            new LinkedPages<DriveItem>(Transport, _ => ValueTask.FromResult(ItemCalls.ListChildren(Address, Options)))
                .GetAsyncEnumerator(CancellationToken);

        public ValueTask DisposeAsync() => Items.DisposeAsync();
    }

    /// <summary>The folders that could not be listed so far.</summary>
    private sealed class SkippedFolders(GraphTransport transport, Action<SkippedFolder>? onSkipped)
    {
        private readonly List<SkippedFolder> _folders = [];
        private int _lostInARow;

        internal void NoteAnswer() => _lostInARow = 0;

        /// <summary>Whether the failure is specific to one folder.</summary>
        internal bool Takes(Exception exception) =>
            exception is not OperationCanceledException
            && !FolderFailure.EndsTransfer(exception, transport.Rules)
            && !(IsLost(exception) && ++_lostInARow >= MostLostInARow);

        private static bool IsLost(Exception exception) =>
            exception is OneDriveConnectionException { IsTransient: true, InnerException: not (null or JsonException) };

        /// <summary>The address under which a folder is listed; null, and the folder is skipped, when there is none.</summary>
        internal ItemAddress? AddressOf(DriveItem folder, bool isTooDeep)
        {
            try
            {
                var address = folder.Address;
                if (!isTooDeep)
                {
                    return address;
                }

                Add(folder, address, new OneDriveConnectionException(
                    $"The folders are nested more than {DeepestLevel} levels deep, which exceeds the limits of a drive.")
                { IsTransient = false });
            }
            catch (Exception exception) when (exception is OneDriveException or InvalidOperationException)
            {
                Add(folder, address: null, exception);
            }

            return null;
        }

        /// <summary>Adds a folder, unless it went away after its parent was listed.</summary>
        internal async Task AddAsync(DriveItem folder, ItemAddress address, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not ItemNotFoundException || await IsThereAsync(address, cancellationToken).ConfigureAwait(false))
            {
                Add(folder, address, exception);
            }
        }

        internal void ThrowIfAny()
        {
            if (_folders.Count > 0)
            {
                throw new IncompleteListingException(_folders);
            }
        }

        private void Add(DriveItem folder, ItemAddress? address, Exception exception)
        {
            var skipped = new SkippedFolder { Folder = folder, Address = address, Error = exception };
            if (onSkipped is not null)
            {
                onSkipped(skipped);
            }
            else
            {
                _folders.Add(skipped);
            }
        }

        private async Task<bool> IsThereAsync(ItemAddress folder, CancellationToken cancellationToken)
        {
            try
            {
                await transport.SendAsync(ItemCalls.Get(folder), cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (ItemNotFoundException)
            {
                return false;
            }
            catch (OneDriveException)
            {
                return true;
            }
        }
    }
}
