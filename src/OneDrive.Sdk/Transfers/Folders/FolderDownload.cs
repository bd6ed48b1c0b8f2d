using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>Downloads a folder with all its content. Names from the service are not trusted: no file is written outside the root.</summary>
internal sealed class FolderDownload(GraphTransport transport, DownloadEngine downloads, DownloadFolderOptions options)
{
    // To take notes of less costs more than to fetch it again.
    private const long SmallestResumed = 1024 * 1024;

    private static readonly SpecialFolder Vault = new("vault");

    private readonly FolderRun _run = new(transport, FolderRunOptions.Of(options));

    internal static void Require(string localPath, DownloadFolderOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localPath);
        FolderRunOptions.Require(options.MaxConcurrentFiles, options.Comparison);
    }

    internal async Task<FolderTransferResult> RunAsync(ItemAddress source, string localPath, CancellationToken cancellationToken)
    {
        var folder = await transport.SendAsync(ItemCalls.Get(source), cancellationToken).ConfigureAwait(false);
        if (folder.Folder is null && folder.RemoteItem?.Folder is null && folder.Root is null)
            throw ErrorReader.Conflict($"{source}: the item is not a folder.");

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(localPath));
        if (!options.DryRun)
            Directory.CreateDirectory(root);
        return await _run.RunAsync(FindWorkAsync(folder, AddressOf(folder, source), root, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    private async IAsyncEnumerable<FolderWork> FindWorkAsync(
        DriveItem source, ItemAddress address, string root, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A folder that the service lists inside itself would never end.
        var entered = new HashSet<ItemAddress> { address };
        var open = new Stack<RemoteListing>();
        open.Push(new RemoteListing(transport, source, address, root, "", cancellationToken));
        try
        {
            while (open.TryPeek(out var folder))
            {
                if (folder.TakeStep() is { } step)
                {
                    yield return step.Work;
                    if (step.Enter is not { } listing)
                        continue;
                    if (entered.Add(listing.Address))
                        open.Push(listing);
                    else
                        yield return FolderWork.Settled(HoldsItself(listing));
                }
                else if (await ReadAsync(folder, cancellationToken).ConfigureAwait(false) is var (items, failure) && items is not null)
                {
                    foreach (var item in items)
                    {
                        if (item is not null && Decide(item, folder, root, cancellationToken) is { } decision)
                            folder.Plan(decision);
                    }
                }
                else
                {
                    await open.Pop().DisposeAsync().ConfigureAwait(false);
                    if (failure is not null)
                        yield return FolderWork.Settled(failure);
                }
            }
        }
        finally
        {
            while (open.TryPop(out var folder))
                await folder.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The next page of a folder, or what became of the folder when it cannot be read, or neither at its end.</summary>
    private async Task<(IReadOnlyList<DriveItem>? Items, FolderTransferItem? Failure)> ReadAsync(
        RemoteListing folder, CancellationToken cancellationToken)
    {
        try
        {
            return (await folder.ReadPageAsync().ConfigureAwait(false), null);
        }
        catch (ItemNotFoundException) when (folder.RelativePath.Length > 0)
        {
            var error = await FindGoneAsync(folder.Folder, cancellationToken).ConfigureAwait(false);
            return (null, Result(folder.RelativePath, isFolder: true, error));
        }
        catch (OneDriveApiException exception) when (IsVault(folder.Folder) && (int)exception.StatusCode is 403 or 423 or 400)
        {
            return (null, FolderTransferItem.Skipped(folder.RelativePath, isFolder: true, FolderSkipReason.PersonalVault));
        }
        catch (Exception exception) when (FolderFailure.IsOfOneItem(exception, cancellationToken))
        {
            return (null, FolderTransferItem.Failed(folder.RelativePath, isFolder: true, exception));
        }
    }

    /// <summary>What to do with an item; null when the filter leaves it out.</summary>
    private FolderStep? Decide(DriveItem item, RemoteListing folder, string root, CancellationToken cancellationToken)
    {
        var relativePath = PathOf(item, folder);
        var isFolder = item.Folder is not null;

        // What the caller's filter throws is the caller's, and ends the transfer.
        if (options.Filter is { } filter && !filter(isFolder ? relativePath + "/" : relativePath))
            return null;
        try
        {
            if (SkipReasonOf(item) is not FolderSkipReason.None and var reason)
                return new FolderStep(FolderWork.Settled(FolderTransferItem.Skipped(relativePath, isFolder, reason)));

            var name = options.MapNames && item.Name is { } remoteName ? ItemNames.ToLocal(remoteName) : item.Name;
            var path = SafeLocalPath.Combine(root, folder.LocalPath, name, options.MapNames);
            if (!folder.Claims.Claim(name!, item.Id))
                return null;
            SafeLocalPath.RequireNoLinks(root, path);
            if (!isFolder)
                return new FolderStep(new FolderWork(
                    relativePath, IsFolder: false, token => DownloadAsync(item, relativePath, root, path, token)));
            var listing = new RemoteListing(transport, item, item.Address, path, relativePath, cancellationToken);
            return new FolderStep(FolderWork.Settled(MakeFolder(item, relativePath, path)), listing);
        }
        catch (Exception exception) when (FolderFailure.IsOfOneItem(exception, cancellationToken))
        {
            return new FolderStep(FolderWork.Settled(FolderTransferItem.Failed(relativePath, isFolder, exception)));
        }
    }

    private static FolderTransferItem HoldsItself(RemoteListing listing) => FolderTransferItem.Failed(
        listing.RelativePath,
        isFolder: true,
        new OneDriveConnectionException($"The service lists the folder '{listing.RelativePath}' in two places. It is transferred once.")
        { IsTransient = false });

    private FolderTransferItem MakeFolder(DriveItem item, string relativePath, string path)
    {
        var isNew = !Directory.Exists(path);
        if (!options.DryRun)
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
        var meter = _run.Meter.Begin(item.Size ?? 0);
        if (file.Exists
            && (await FileComparer.IsSameAsync(options.Comparison, file, item, cancellationToken).ConfigureAwait(false)
                || options.IsSame?.Invoke(file, item) == true))
        {
            meter?.Complete();
            return new FolderTransferItem(relativePath, isFolder: false, FolderTransferOutcome.Unchanged)
            {
                Item = item,
                Length = file.Length,
                Integrity = FileComparer.IntegrityOf(options.Comparison, item),
            };
        }

        if (options.DryRun)
        {
            if (file.Exists && !options.Overwrite)
                throw new IOException($"The file '{path}' exists already and is not the same.");
            meter?.Complete();
            return new FolderTransferItem(relativePath, isFolder: false, FolderTransferOutcome.Transferred)
            {
                Item = item,
                Length = item.Size ?? 0,
            };
        }

        DownloadResult result;
        try
        {
            var download = new DownloadOptions
            {
                Overwrite = options.Overwrite,
                Resume = item.Size >= SmallestResumed,
                Progress = meter,
            };
            result = await downloads.DownloadFileAsync(item, path, download, cancellationToken).ConfigureAwait(false);
        }
        catch (ItemNotFoundException)
        {
            return Result(relativePath, isFolder: false, await FindGoneAsync(item, cancellationToken).ConfigureAwait(false));
        }

        meter?.Complete();
        if (options.PreserveTimes)
            LocalFileTimes.Set(path, item.FileSystemInfo);
        return new FolderTransferItem(relativePath, isFolder: false, FolderTransferOutcome.Transferred)
        {
            Item = result.Item,
            Length = result.Length,
            Integrity = result.Integrity,
        };
    }

    /// <summary>
    /// Looks again for what was listed and then not found: the exception states whether it was deleted or still exists.
    /// </summary>
    private async Task<OneDriveException> FindGoneAsync(DriveItem item, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(ItemCalls.Get(item.Address), cancellationToken).ConfigureAwait(false);
            return new OneDriveConnectionException("The service lists the item, but its content was not found.");
        }
        catch (OneDriveException exception)
        {
            return exception;
        }
    }

    private static FolderTransferItem Result(string relativePath, bool isFolder, OneDriveException error) =>
        error is ItemNotFoundException
            ? FolderTransferItem.Skipped(relativePath, isFolder, FolderSkipReason.Deleted)
            : FolderTransferItem.Failed(relativePath, isFolder, error);

    /// <summary>Where the folder is, as the service says; where the caller says when the service leaves it out.</summary>
    private static ItemAddress AddressOf(DriveItem folder, ItemAddress source)
    {
        try
        {
            return folder.Address;
        }
        catch (InvalidOperationException)
        {
            return source;
        }
    }

    private static bool IsVault(DriveItem folder) => folder.SpecialFolder?.Name == Vault;

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
