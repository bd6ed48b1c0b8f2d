using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>Downloads a folder with everything in it. What the service names is not trusted: nothing is written outside the root.</summary>
internal sealed class FolderDownload(GraphTransport transport, DownloadEngine downloads, DownloadFolderOptions options)
{
    internal static void Require(string localPath, DownloadFolderOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localPath);
        FolderRun.Require(options.MaxConcurrentFiles, options.Comparison);
    }

    internal async Task<FolderTransferResult> RunAsync(ItemAddress source, string localPath, CancellationToken cancellationToken)
    {
        var folder = await transport.SendAsync(ItemCalls.Get(source), cancellationToken).ConfigureAwait(false);
        if (folder.Folder is null && folder.RemoteItem?.Folder is null && folder.Root is null)
            throw ErrorReader.Conflict($"{source}: it is not a folder.");

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(localPath));
        Directory.CreateDirectory(root);
        var run = new FolderRun(options.MaxConcurrentFiles, options.StopOnFirstError, options.Progress);
        return await run.RunAsync(FindWorkAsync(folder.Address, root, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<FolderWork> FindWorkAsync(
        ItemAddress source, string root, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = new Stack<RemoteListing>();
        open.Push(new RemoteListing(transport, source, root, "", cancellationToken));
        try
        {
            while (open.TryPeek(out var folder))
            {
                var (item, error) = await folder.ReadAsync().ConfigureAwait(false);
                if (item is null)
                {
                    await open.Pop().DisposeAsync().ConfigureAwait(false);
                    if (error is not null)
                        yield return FolderWork.Settled(FolderTransferItem.Failed(folder.RelativePath, isFolder: true, error));
                    continue;
                }

                if (Decide(item, folder, root) is not { } work)
                    continue;
                yield return work.Work;
                if (work.Enter is { } path)
                    open.Push(new RemoteListing(transport, item.Address, path, PathOf(item, folder), cancellationToken));
            }
        }
        finally
        {
            while (open.TryPop(out var folder))
                await folder.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>What to do with an item, and the local folder to fill when it is one; null when the filter leaves it out.</summary>
    private (FolderWork Work, string? Enter)? Decide(DriveItem item, RemoteListing folder, string root)
    {
        var relativePath = PathOf(item, folder);
        var isFolder = item.Folder is not null;
        if (options.Filter is { } filter && !filter(isFolder ? relativePath + "/" : relativePath))
            return null;
        if (SkipReasonOf(item) is not FolderSkipReason.None and var reason)
            return (FolderWork.Settled(FolderTransferItem.Skipped(relativePath, isFolder, reason)), null);

        try
        {
            var path = SafeLocalPath.Combine(root, folder.LocalPath, item.Name);
            if (!folder.Claims.Claim(item.Name!, item.Id))
                return null;
            SafeLocalPath.RequireNoLinks(root, path);
            return isFolder
                ? (FolderWork.Settled(MakeFolder(item, relativePath, path)), path)
                : (new FolderWork(relativePath, IsFolder: false, token => DownloadAsync(item, relativePath, root, path, token)), null);
        }
        catch (Exception exception) when (FolderRun.IsOfOneFile(exception))
        {
            return (FolderWork.Settled(FolderTransferItem.Failed(relativePath, isFolder, exception)), null);
        }
    }

    private static FolderTransferItem MakeFolder(DriveItem item, string relativePath, string path)
    {
        var isNew = !Directory.Exists(path);
        Directory.CreateDirectory(path);
        return new FolderTransferItem(
            relativePath, isFolder: true, isNew ? FolderTransferOutcome.Transferred : FolderTransferOutcome.Unchanged)
        { Item = item };
    }

    private async Task<FolderTransferItem> DownloadAsync(
        DriveItem item, string relativePath, string root, string path, CancellationToken cancellationToken)
    {
        // Looked at again: time has passed since the walker did.
        SafeLocalPath.RequireNoLinks(root, path);
        var file = new FileInfo(path);
        if (file.Exists && await FileComparer.IsSameAsync(options.Comparison, file, item, cancellationToken).ConfigureAwait(false))
            return new FolderTransferItem(relativePath, isFolder: false, FolderTransferOutcome.Unchanged) { Item = item };

        var result = await downloads.DownloadFileAsync(
            item.Address, path, new DownloadOptions { Overwrite = options.Overwrite }, cancellationToken).ConfigureAwait(false);
        if (options.PreserveTimes)
            SetTimes(path, item.FileSystemInfo);
        return new FolderTransferItem(relativePath, isFolder: false, FolderTransferOutcome.Transferred)
        {
            Item = result.Item,
            Length = result.Length,
            Integrity = result.Integrity,
        };
    }

    private static void SetTimes(string path, FileSystemInfoFacet? times)
    {
        if (times?.CreatedDateTime is { } created)
            File.SetCreationTimeUtc(path, created.UtcDateTime);
        if (times?.LastModifiedDateTime is { } modified)
            File.SetLastWriteTimeUtc(path, modified.UtcDateTime);
    }

    private static string PathOf(DriveItem item, RemoteListing folder) =>
        folder.RelativePath.Length == 0 ? item.Name ?? "" : $"{folder.RelativePath}/{item.Name}";

    private static FolderSkipReason SkipReasonOf(DriveItem item) => item switch
    {
        { RemoteItem: not null } => FolderSkipReason.RemoteItem,
        { Package: not null } => FolderSkipReason.Package,
        { File: null, Folder: null } => FolderSkipReason.NotAFile,
        _ => FolderSkipReason.None,
    };
}
