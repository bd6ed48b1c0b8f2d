using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Operations;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>Uploads a folder with everything in it.</summary>
internal sealed class FolderUpload(GraphTransport transport, UploadEngine uploads, UploadFolderOptions options)
{
    /// <summary>A longer file takes more than a round trip to send.</summary>
    private const long LargestOfGroup = 1024 * 1024;

    private const char UnreadableCharacter = '\uFFFD';

    private readonly FolderEnsurer _ensurer = new(transport);
    private readonly FolderRun _run = new(transport, FolderRunOptions.Of(options));
    private readonly FolderSessions _sessions = new(transport, options.MaxConcurrentFiles);
    private int _pathLength;

    internal static void Require(string localPath, UploadFolderOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localPath);
        FolderRunOptions.Require(options.MaxConcurrentFiles, options.Comparison);
        if (!Enum.IsDefined(options.Conflict))
            throw new ArgumentException($"The value '{options.Conflict}' is not a {nameof(ConflictBehavior)}. Use "
                + $"{string.Join(", ", Enum.GetNames<ConflictBehavior>())}.", nameof(options));
        if (options.ResumeKeyPrefix is { } prefix && string.IsNullOrWhiteSpace(prefix))
            throw new ArgumentException($"{nameof(UploadFolderOptions.ResumeKeyPrefix)} is empty.", nameof(options));
        if (!Directory.Exists(localPath))
            throw new DirectoryNotFoundException($"The folder '{localPath}' does not exist.");
    }

    internal async Task<FolderTransferResult> RunAsync(ItemAddress destination, string localPath, CancellationToken cancellationToken)
    {
        var root = NewFolder(destination, parent: null, "");
        var (_, item, _) = await root.EnsureAsync(cancellationToken).ConfigureAwait(false);
        _pathLength = RemotePathLength.Of(item, destination);
        try
        {
            return await _run.RunAsync(FindWorkAsync(root, destination, localPath, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            await _sessions.EndAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<FolderWork> FindWorkAsync(
        RemoteFolder root, ItemAddress destination, string localPath, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The walk blocks on the disk; the caller's thread is not the one to wait.
        await Task.Yield();
        List<RemoteFolder> above = [root];
        foreach (var entry in new LocalWalker(options).Walk(localPath))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Error is { } error)
            {
                yield return FolderWork.Settled(
                    IsGone(entry, error)
                        ? FolderTransferItem.Skipped(entry.RelativePath, entry.IsFolder, FolderSkipReason.Deleted)
                        : FolderTransferItem.Failed(entry.RelativePath, entry.IsFolder, error));
                continue;
            }

            if (entry.SkipReason is not FolderSkipReason.None)
            {
                yield return FolderWork.Settled(FolderTransferItem.Skipped(entry.RelativePath, entry.IsFolder, entry.SkipReason));
                continue;
            }

            above.RemoveRange(entry.Depth, above.Count - entry.Depth);
            var parent = above[^1];
            if (!entry.IsFolder)
            {
                if (!UsesSessionOfGroup(entry))
                {
                    yield return new FolderWork(entry.RelativePath, IsFolder: false, token => UploadAsync(parent, entry, null, token));
                    continue;
                }

                // The files of a group come when it is complete, so that their sessions are created in one request.
                _sessions.Add(
                    token => PlanAsync(parent, entry, token), (session, token) => UploadAsync(parent, entry, session, token), entry);
                foreach (var work in _sessions.TakeFullGroup())
                    yield return work;
                continue;
            }

            if (FindProblem(entry) is { } problem)
            {
                // Nothing of it can be sent; its files say so one by one, without a request.
                above.Add(NewFolder(destination, parent, RemoteNameOf(entry)));
                yield return FolderWork.Settled(Refused(entry, problem));
                continue;
            }

            var folder = NewFolder(destination, parent, RemoteNameOf(entry));
            above.Add(folder);
            yield return new FolderWork(entry.RelativePath, IsFolder: true, token => MakeAsync(folder, entry, token));
        }

        foreach (var work in _sessions.TakeGroup())
            yield return work;
    }

    /// <summary>Whether the file is small, so that creating its session costs as much as sending it.</summary>
    private bool UsesSessionOfGroup(LocalEntry entry) =>
        options is { PreserveTimes: true, DryRun: false, Conflict: not ConflictBehavior.Rename }
        && _sessions.AreOffered
        && FindProblem(entry) is null
        && LengthOf(entry) is > 0 and <= LargestOfGroup;

    private static long LengthOf(LocalEntry entry)
    {
        try
        {
            return new FileInfo(entry.FullPath) is { Exists: true } file && !SpecialFile.Is(file) ? file.Length : 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Its upload reports it.
            return 0;
        }
    }

    /// <summary>
    /// The session that a file needs; null if the upload has to look at the file first, or will fail: then it reports the reason.
    /// </summary>
    private async Task<SessionGroup.PlannedSession?> PlanAsync(RemoteFolder folder, LocalEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var (address, _, _) = await folder.EnsureAsync(cancellationToken).ConfigureAwait(false);
            var name = RemoteNameOf(entry);
            var isKnown = options.Comparison is not FolderComparison.None;
            var existing = isKnown ? await folder.FindAsync(name, cancellationToken).ConfigureAwait(false) : null;
            var file = new FileInfo(entry.FullPath);
            if (existing is not null && (options.Conflict is not ConflictBehavior.Replace || existing.Size == file.Length))
                return null;
            var upload = OptionsFor(entry, file, progress: null);
            return new SessionGroup.PlannedSession(
                UploadCalls.CreateSession(address.Child(name), upload, file.Length),
                upload.Times,
                isKnown && existing is null ? new DestinationSnapshot(Existed: false, null, null, null) : null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    private RemoteFolder NewFolder(ItemAddress destination, RemoteFolder? parent, string name) =>
        new(transport, _ensurer, destination, parent, name, looksFirst: options.Comparison is not FolderComparison.None, options.DryRun);

    private static async Task<FolderTransferItem> MakeAsync(RemoteFolder folder, LocalEntry entry, CancellationToken cancellationToken)
    {
        var (_, item, isNew) = await folder.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var outcome = isNew ? FolderTransferOutcome.Transferred : FolderTransferOutcome.Unchanged;
        return new FolderTransferItem(entry.RelativePath, isFolder: true, outcome) { Item = item };
    }

    private async Task<FolderTransferItem> UploadAsync(
        RemoteFolder folder,
        LocalEntry entry,
        Func<CancellationToken, Task<PreparedSession?>>? getSession,
        CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(entry.FullPath);
            return SpecialFile.Is(file)
                ? FolderTransferItem.Skipped(entry.RelativePath, isFolder: false, FolderSkipReason.NotAFile)
                : await UploadAsync(folder, entry, file, getSession, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (IsGone(entry, exception))
        {
            return FolderTransferItem.Skipped(entry.RelativePath, isFolder: false, FolderSkipReason.Deleted);
        }
    }

    private async Task<FolderTransferItem> UploadAsync(
        RemoteFolder folder,
        LocalEntry entry,
        FileInfo file,
        Func<CancellationToken, Task<PreparedSession?>>? getSession,
        CancellationToken cancellationToken)
    {
        if (FindProblem(entry) is { } problem)
            return Refused(entry, problem);
        var meter = _run.Meter.Begin(file.Length);
        var (address, _, _) = await folder.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var name = RemoteNameOf(entry);
        var existing = options.Comparison is not FolderComparison.None || options.DryRun
            ? await folder.FindAsync(name, cancellationToken).ConfigureAwait(false)
            : null;
        if (existing is not null
            && (await FileComparer.IsSameAsync(options.Comparison, file, existing, cancellationToken).ConfigureAwait(false)
                || options.IsSame?.Invoke(file, existing) == true))
        {
            meter?.Complete();
            return new FolderTransferItem(entry.RelativePath, isFolder: false, FolderTransferOutcome.Unchanged)
            {
                Item = existing,
                Length = file.Length,
                Integrity = FileComparer.IntegrityOf(options.Comparison, existing),
            };
        }

        if (options.DryRun)
        {
            if (existing is not null && options.Conflict is ConflictBehavior.Fail)
                throw ErrorReader.Conflict($"'{name}' exists already and is not the same.");
            meter?.Complete();
            return new FolderTransferItem(entry.RelativePath, isFolder: false, FolderTransferOutcome.Transferred) { Length = file.Length };
        }

        var session = getSession is null ? null : await getSession(cancellationToken).ConfigureAwait(false);
        var result = await uploads.UploadFileAsync(
            address.Child(name), entry.FullPath, OptionsFor(entry, file, meter), session, cancellationToken).ConfigureAwait(false);
        meter?.Complete();
        return new FolderTransferItem(entry.RelativePath, isFolder: false, FolderTransferOutcome.Transferred)
        {
            Item = result.Item,
            Length = result.Item.Size ?? file.Length,
            Integrity = result.Integrity,
        };
    }

    private string RemoteNameOf(LocalEntry entry) => options.MapNames ? ItemNames.ToRemote(entry.Name) : entry.Name;

    /// <summary>Why OneDrive would refuse an entry; null when it would not, or is to be asked.</summary>
    private ItemNameProblem? FindProblem(LocalEntry entry)
    {
        if (!options.CheckNames)
            return null;
        var length = _pathLength;
        foreach (var part in entry.RelativePath.Split('/'))
        {
            var name = options.MapNames ? ItemNames.ToRemote(part) : part;
            if (RemoteNameRules.Check(name) is { } problem)
                return problem;
            length += name.Length + (length == 0 ? 0 : 1);
        }

        return length > ItemNames.MaximumPathLength ? ItemNameProblem.PathTooLong : null;
    }

    private static FolderTransferItem Refused(LocalEntry entry, ItemNameProblem problem) => FolderTransferItem.Failed(
        entry.RelativePath, entry.IsFolder, new InvalidItemNameException(entry.Name, problem));

    /// <summary>
    /// Whether it was deleted after the walker saw it. A name that is not a valid text is not found either, although it is there; and
    /// without its root a folder is no longer the one that was to be uploaded.
    /// </summary>
    private static bool IsGone(LocalEntry entry, Exception error) =>
        error is FileNotFoundException or DirectoryNotFoundException
        && entry.RelativePath.Length > 0
        && !entry.RelativePath.Contains(UnreadableCharacter, StringComparison.Ordinal)
        && !entry.IsLink
        && !Path.Exists(entry.FullPath);

    private UploadOptions OptionsFor(LocalEntry entry, FileInfo file, IProgress<TransferProgress>? progress) => new()
    {
        Progress = progress,
        Conflict = options.Conflict,
        // Content of one fragment cannot be resumed and does not need a record.
        ResumeKey = options.ResumeKeyPrefix is { } prefix && file.Length > transport.Transfers.FragmentSize
            ? $"{prefix}/{entry.RelativePath}"
            : null,
        Times = options.PreserveTimes
            ? new FileSystemTimes { Created = new(file.CreationTimeUtc), LastModified = new(file.LastWriteTimeUtc) }
            : null,
    };
}
