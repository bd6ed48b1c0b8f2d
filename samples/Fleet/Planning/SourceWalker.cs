using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Planning;

/// <summary>
/// Lists a folder tree, one folder at a time and in the same order each time. Symbolic links and special files are not followed. A folder
/// without content is listed itself, so that it exists at the destination, too.
/// </summary>
internal static class SourceWalker
{
    private static readonly EnumerationOptions Options = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
        IgnoreInaccessible = false,
    };

    internal static IEnumerable<(string Folder, IReadOnlyList<FileRow> Files)> Walk(string root)
    {
        var folders = new Stack<string>([""]);
        while (folders.TryPop(out var folder))
        {
            List<FileSystemInfo> entries;
            FileRow? failed = null;
            try
            {
                entries = [.. new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos("*", Options)];
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && folder.Length > 0)
            {
                (entries, failed) = ([], Failed(folder, "unreadable", failure.Message));
            }

            entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            List<FileRow> files = [];
            foreach (var entry in entries)
            {
                var isFirst = names.Add(entry.Name);
                if (!isFirst)
                    files.Add(SameName(folder, entry));
                else if (entry is FileInfo file && !SpecialFiles.Is(file))
                    files.Add(new FileRow { Folder = folder, Name = entry.Name, Size = file.Length });
            }

            if (files.Count > 0)
                yield return (folder, files);
            if (failed is not null || (entries.Count == 0 && folder.Length > 0))
                yield return (ParentOf(folder), [failed ?? EmptyFolder(folder)]);

            // Folders of which OneDrive has one only: the first name counts.
            foreach (var child in entries.OfType<DirectoryInfo>().Reverse().Where(child => files.TrueForAll(one => one.Name != child.Name)))
                folders.Push(folder.Length == 0 ? child.Name : $"{folder}/{child.Name}");
        }
    }

    private static FileRow SameName(string folder, FileSystemInfo entry) => new()
    {
        Folder = folder,
        Name = entry.Name,
        IsFolder = entry is DirectoryInfo,
        Size = entry is FileInfo file ? file.Length : 0,
        State = FileState.Failed,
        Cause = "name",
        Message = "Another name in this folder differs in case only, and OneDrive does not distinguish them. Rename one of them.",
    };

    private static FileRow EmptyFolder(string folder) => new() { Folder = ParentOf(folder), Name = NameOf(folder), IsFolder = true };

    private static FileRow Failed(string folder, string cause, string message) => new()
    {
        Folder = ParentOf(folder),
        Name = NameOf(folder),
        IsFolder = true,
        State = FileState.Failed,
        Cause = cause,
        Message = message,
    };

    private static string ParentOf(string folder) => folder.LastIndexOf('/') is > 0 and var slash ? folder[..slash] : "";

    private static string NameOf(string folder) => folder[(folder.LastIndexOf('/') + 1)..];
}
