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

                if (Describe(info, folder, open) is not { } entry)
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

    private LocalEntry? Describe(FileSystemInfo info, OpenFolder parent, Stack<OpenFolder> open)
    {
        var relativePath = parent.RelativePath.Length == 0 ? info.Name : $"{parent.RelativePath}/{info.Name}";
        var entry = new LocalEntry(relativePath, info.FullName, open.Count, IsFolder: false);
        FileSystemInfo target;
        try
        {
            if (!options.IncludeHidden && (info.Name.StartsWith('.') || info.Attributes.HasFlag(FileAttributes.Hidden)))
                return null;
            target = info.LinkTarget is not null && options.FollowSymbolicLinks
                ? info.ResolveLinkTarget(returnFinalTarget: true)!
                : info;
            entry = entry with
            {
                FullPath = target.FullName,
                IsLink = info.LinkTarget is not null,
                IsFolder = target.Exists && target.Attributes.HasFlag(FileAttributes.Directory),
            };
        }
        catch (Exception exception)
        {
            return entry with { Error = exception };
        }

        // What the caller's filter throws is the caller's, and ends the transfer.
        if (options.Filter is { } filter && !filter(entry.IsFolder ? relativePath + "/" : relativePath))
            return null;
        try
        {
            return entry.IsLink ? DescribeLink(entry, target, parent, open) : Claim(entry, parent);
        }
        catch (Exception exception)
        {
            return entry with { Error = exception };
        }
    }

    private LocalEntry DescribeLink(LocalEntry entry, FileSystemInfo target, OpenFolder parent, Stack<OpenFolder> open)
    {
        if (!options.FollowSymbolicLinks)
            return entry with { SkipReason = FolderSkipReason.SymbolicLink };
        if (!target.Exists)
            return entry with { Error = new FileNotFoundException("The target of the symbolic link does not exist.", target.FullName) };
        return entry.IsFolder && IsAbove(target.FullName, open)
            ? entry with { SkipReason = FolderSkipReason.LinkCycle }
            : Claim(entry, parent);
    }

    /// <summary>The service does not tell upper from lower case: of two such names one would replace the other.</summary>
    private LocalEntry Claim(LocalEntry entry, OpenFolder parent)
    {
        parent.Claims.Claim(options.MapNames ? ItemNames.ToRemote(entry.Name) : entry.Name, id: null);
        return entry;
    }

    private static bool IsAbove(string path, Stack<OpenFolder> open) =>
        open.Any(folder => Path.TrimEndingDirectorySeparator(path).Equals(folder.FullPath, StringComparison.OrdinalIgnoreCase));

    private sealed class OpenFolder(string fullPath, string relativePath) : IDisposable
    {
        private IEnumerator<FileSystemInfo>? _entries;

        internal string FullPath => fullPath;

        internal string RelativePath => relativePath;

        internal NameClaims Claims { get; } = new();

        internal FileSystemInfo? TryRead(out Exception? error)
        {
            error = null;
            try
            {
                _entries ??= new DirectoryInfo(fullPath).EnumerateFileSystemInfos("*", Everything).GetEnumerator();
                return _entries.MoveNext() ? _entries.Current : null;
            }
            catch (Exception exception)
            {
                error = exception;
                return null;
            }
        }

        public void Dispose() => _entries?.Dispose();
    }
}
