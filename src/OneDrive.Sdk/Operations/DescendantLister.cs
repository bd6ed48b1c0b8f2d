using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Operations;

/// <summary>
/// Lists everything below a folder, each folder before what it holds. One page at a time is in memory, and of each level the place where
/// it goes on. Items that stand for folders of other drives are listed and not entered.
/// </summary>
internal sealed class DescendantLister(GraphTransport transport)
{
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
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var levels = new Stack<IAsyncEnumerator<DriveItem>>();
        levels.Push(Open(folder, listing, cancellationToken));
        try
        {
            while (levels.TryPeek(out var level))
            {
                if (!await level.MoveNextAsync().ConfigureAwait(false))
                {
                    await levels.Pop().DisposeAsync().ConfigureAwait(false);
                    continue;
                }

                var item = level.Current;
                yield return item;
                if (item is { Folder: not null, RemoteItem: null, Id: { } id } && levels.Count != options.MaxDepth && entered.Add(id))
                {
                    levels.Push(Open(item.Address, listing, cancellationToken));
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
    }

    private IAsyncEnumerator<DriveItem> Open(ItemAddress folder, ListChildrenOptions options, CancellationToken cancellationToken) =>
        new LinkedPages<DriveItem>(transport, _ => ValueTask.FromResult(ItemCalls.ListChildren(folder, options)))
            .GetAsyncEnumerator(cancellationToken);
}
