using System.Runtime.CompilerServices;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli;

/// <summary>Walks through folders of the drive, depth first. A folder that cannot be listed costs that folder only.</summary>
internal sealed class RemoteTree(IOneDriveClient client)
{
    private readonly List<(string Folder, Exception Error)> _failures = [];

    internal IReadOnlyList<(string Folder, Exception Error)> Failures => _failures;

    internal IAsyncEnumerable<RemoteEntry> ListAsync(
        ItemAddress folder, string path, bool isRecursive, CancellationToken cancellationToken) =>
        WalkAsync(folder, path, isRecursive ? int.MaxValue : 1, cancellationToken);

    /// <summary>Everything below a folder; the path is that of the folder.</summary>
    internal async IAsyncEnumerable<RemoteEntry> WalkAsync(
        ItemAddress folder, string path, int maximumDepth, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entered = new HashSet<ItemAddress>();
        var open = new Stack<(ItemAddress Address, string Path, int Depth)>();
        open.Push((folder, path, 1));
        while (open.TryPop(out var current))
        {
            var below = new List<(ItemAddress Address, string Path, int Depth)>();
            await foreach (var item in ChildrenAsync(current.Address, current.Path, isRoot: current.Depth == 1, cancellationToken))
            {
                var entry = new RemoteEntry(item, RemotePath.Join(current.Path, item.Name), current.Depth);
                yield return entry;
                if (entry.IsFolder && item.RemoteItem is null && current.Depth < maximumDepth && entered.Add(item.Address))
                    below.Add((item.Address, entry.Path, current.Depth + 1));
            }

            below.Reverse();
            below.ForEach(open.Push);
        }
    }

    /// <summary>The children of a folder, as far as they can be listed. That of the folder that was asked for must.</summary>
    internal async IAsyncEnumerable<DriveItem> ChildrenAsync(
        ItemAddress folder, string path, bool isRoot, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = client.Items.ListChildrenAsync(folder).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await pages.MoveNextAsync())
                    yield break;
            }
            catch (OneDriveException exception) when (!isRoot)
            {
                _failures.Add((path, exception));
                yield break;
            }

            yield return pages.Current;
        }
    }
}
