using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli;

/// <summary>
/// Finds and deletes what the source of a sync does not have. What the filters leave out is kept, and so are the folders above it.
/// </summary>
internal sealed class Cleaner(Screen screen, IOneDriveClient client, TransferSettings settings)
{
    private static readonly string[] Unfinished = [".partial", ".partial.state"];

    /// <summary>What is at the service and not in the local folder.</summary>
    internal async Task<IReadOnlyList<Extra>> FindRemoteAsync(string local, DriveItem remote, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in LocalTree.Walk(local, settings.Filter, withLinks: true))
            wanted.Add(settings.MapNames ? Map(item.Path, ItemNames.ToRemote) : item.Path);
        var found = new List<Extra>();
        await foreach (var entry in WalkAsync(remote, cancellationToken))
        {
            var path = entry.Path[1..];
            var localPath = settings.MapNames ? Map(path, ItemNames.ToLocal) : path;
            found.Add(new Extra(path, entry.IsFolder, IsExtra(path, localPath, entry.IsFolder, wanted)) { Item = entry.Item });
        }

        return Choose(found, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What is in the local folder and not at the service.</summary>
    internal async Task<IReadOnlyList<Extra>> FindLocalAsync(string local, DriveItem remote, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in WalkAsync(remote, cancellationToken))
            wanted.Add(settings.MapNames ? Map(entry.Path[1..], ItemNames.ToLocal) : entry.Path[1..]);
        var found = LocalTree.Walk(local, PathFilter.Everything, withLinks: true)
            .Select(item => new Extra(item.Path, item.IsFolder, IsExtra(item.Path, item.Path, item.IsFolder, wanted)))
            .ToList();
        return Choose(found, StringComparer.Ordinal);
    }

    internal async Task<(long Deleted, long Failed)> DeleteRemoteAsync(IReadOnlyList<Extra> extras, CancellationToken cancellationToken)
    {
        var (deleted, failed) = (0L, 0L);
        foreach (var extra in extras)
        {
            Tell(extra);
            try
            {
                if (!settings.DryRun)
                    await client.Items.DeleteAsync(extra.Item!.Address, new DeleteItemOptions(), cancellationToken);
                deleted++;
            }
            catch (ItemNotFoundException)
            {
                deleted++;
            }
            catch (OneDriveException exception)
            {
                failed++;
                screen.Warn($"{extra.Path}: {Runner.Describe(exception)}");
            }
        }

        return (deleted, failed);
    }

    internal (long Deleted, long Failed) DeleteLocal(IReadOnlyList<Extra> extras, string local)
    {
        var (deleted, failed) = (0L, 0L);
        foreach (var extra in extras)
        {
            Tell(extra);
            try
            {
                var path = Path.Combine(local, extra.Path);
                if (!settings.DryRun && extra.IsFolder)
                    Directory.Delete(path);
                else if (!settings.DryRun)
                    File.Delete(path);
                deleted++;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                failed++;
                screen.Warn($"{extra.Path}: {Runner.Describe(exception)}");
            }
        }

        return (deleted, failed);
    }

    internal static string Map(string path, Func<string, string> map) => string.Join('/', path.Split('/').Select(map));

    private async IAsyncEnumerable<RemoteEntry> WalkAsync(
        DriveItem folder, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tree = new RemoteTree(client);
        await foreach (var entry in tree.WalkAsync(folder.Address, "/", int.MaxValue, cancellationToken))
            yield return entry;
        if (tree.Failures.Count > 0)
        {
            throw new CliException(
                $"'{tree.Failures[0].Folder}' cannot be listed, so nothing can be deleted: {Runner.Describe(tree.Failures[0].Error)}",
                ExitCode.Failed,
                "Leave --delete out, or leave the folder out with --exclude.");
        }
    }

    private bool IsExtra(string path, string filteredPath, bool isFolder, HashSet<string> wanted) =>
        !wanted.Contains(path)
        && settings.Filter.Accepts(isFolder ? filteredPath + "/" : filteredPath)
        && !Unfinished.Any(suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Files first, then folders from below; a folder that holds something that stays is kept.</summary>
    private static List<Extra> Choose(List<Extra> found, StringComparer comparer)
    {
        var kept = new HashSet<string>(comparer);
        foreach (var stays in found.Where(extra => !extra.IsExtra))
        {
            for (var at = stays.Path.LastIndexOf('/'); at > 0; at = stays.Path.LastIndexOf('/', at - 1))
                kept.Add(stays.Path[..at]);
        }

        return
        [
            .. found.Where(extra => extra.IsExtra && !(extra.IsFolder && kept.Contains(extra.Path)))
                .OrderBy(extra => extra.IsFolder)
                .ThenByDescending(extra => extra.Path.Count(character => character == '/'))
                .ThenBy(extra => extra.Path, StringComparer.Ordinal),
        ];
    }

    private void Tell(Extra extra)
    {
        if (screen.IsJson)
        {
            screen.JsonLine(new JsonObject
            {
                ["path"] = extra.Path,
                ["type"] = extra.IsFolder ? "folder" : "file",
                ["outcome"] = "Deleted",
            });
        }
        else if (settings.DryRun)
        {
            screen.Line($"would delete {SafeText.Of(extra.Path)}{(extra.IsFolder ? "/" : "")}");
        }
    }
}
