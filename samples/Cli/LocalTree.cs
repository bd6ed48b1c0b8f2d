namespace OneDrive.Sdk.Cli;

/// <summary>Looks at local folders.</summary>
internal static class LocalTree
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
        MatchType = MatchType.Simple,
    };

    /// <summary>How many bytes the files have.</summary>
    internal static long Measure(string root, PathFilter filter) =>
        Walk(root, filter).OfType<LocalItem>().Where(item => !item.IsFolder).Sum(item => item.Length);

    /// <summary>
    /// Everything below a folder that the filter accepts, links as files or not at all; a folder stands before what is in it.
    /// </summary>
    internal static IEnumerable<LocalItem> Walk(string root, PathFilter filter, bool withLinks = false)
    {
        var open = new Stack<(DirectoryInfo Folder, string Path)>();
        open.Push((new DirectoryInfo(root), ""));
        while (open.TryPop(out var current))
        {
            if (!current.Folder.Exists)
                continue;
            foreach (var entry in current.Folder.EnumerateFileSystemInfos("*", Everything))
            {
                var path = current.Path.Length == 0 ? entry.Name : $"{current.Path}/{entry.Name}";
                var isFolder = entry is DirectoryInfo;
                var isLink = entry.LinkTarget is not null;
                if ((isLink && !withLinks) || !filter.Accepts(isFolder ? path + "/" : path))
                    continue;
                yield return new LocalItem(path, entry.FullName, isFolder && !isLink, (entry as FileInfo)?.Length ?? 0);
                if (isFolder && !isLink)
                    open.Push(((DirectoryInfo)entry, path));
            }
        }
    }
}
