namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>Walks through a local folder, depth first; only the folders on the way to the current one are open.</summary>
internal sealed class LocalWalker(UploadFolderOptions options)
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
    };

    internal IEnumerable<LocalEntry> Walk(string root)
    {
        var open = new Stack<OpenFolder>();
        open.Push(new OpenFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)), ""));
        try
        {
            while (open.TryPeek(out var folder))
            {
                if (folder.TryRead(out var error) is not { } info)
                {
                    open.Pop().Dispose();
                    if (error is not null)
                        yield return new LocalEntry(folder.RelativePath, folder.FullPath, open.Count, IsFolder: true) { Error = error };
                    continue;
                }

                if (Describe(info, folder.RelativePath, open) is not { } entry)
                    continue;
                yield return entry;
                if (entry is { IsFolder: true, SkipReason: FolderSkipReason.None, Error: null })
                    open.Push(new OpenFolder(entry.FullPath, entry.RelativePath));
            }
        }
        finally
        {
            while (open.TryPop(out var folder))
                folder.Dispose();
        }
    }

    private LocalEntry? Describe(FileSystemInfo info, string parent, Stack<OpenFolder> open)
    {
        var relativePath = parent.Length == 0 ? info.Name : $"{parent}/{info.Name}";
        try
        {
            if (!options.IncludeHidden && (info.Name.StartsWith('.') || info.Attributes.HasFlag(FileAttributes.Hidden)))
                return null;
            var isLink = info.LinkTarget is not null;
            var target = isLink && options.FollowSymbolicLinks ? info.ResolveLinkTarget(returnFinalTarget: true)! : info;
            var isFolder = target.Exists && target.Attributes.HasFlag(FileAttributes.Directory);
            var entry = new LocalEntry(relativePath, target.FullName, open.Count, isFolder);
            if (options.Filter is { } filter && !filter(isFolder ? relativePath + "/" : relativePath))
                return null;
            if (isLink && !options.FollowSymbolicLinks)
                return entry with { SkipReason = FolderSkipReason.SymbolicLink };
            return isLink && isFolder && IsAbove(target.FullName, open)
                ? entry with { SkipReason = FolderSkipReason.LinkCycle }
                : entry;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new LocalEntry(relativePath, info.FullName, open.Count, IsFolder: false) { Error = exception };
        }
    }

    private static bool IsAbove(string path, Stack<OpenFolder> open) =>
        open.Any(folder => Path.TrimEndingDirectorySeparator(path).Equals(folder.FullPath, StringComparison.OrdinalIgnoreCase));

    private sealed class OpenFolder(string fullPath, string relativePath) : IDisposable
    {
        private IEnumerator<FileSystemInfo>? _entries;

        internal string FullPath => fullPath;

        internal string RelativePath => relativePath;

        internal FileSystemInfo? TryRead(out Exception? error)
        {
            error = null;
            try
            {
                _entries ??= new DirectoryInfo(fullPath).EnumerateFileSystemInfos("*", Everything).GetEnumerator();
                return _entries.MoveNext() ? _entries.Current : null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                error = exception;
                return null;
            }
        }

        public void Dispose() => _entries?.Dispose();
    }
}
