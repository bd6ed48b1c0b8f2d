using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>A local folder that is uploaded, and one beside it that takes what is downloaded.</summary>
internal sealed class FolderTree : IDisposable
{
    internal static ItemAddress Remote { get; } = DriveAddress.Me.Path("/Backup");

    private readonly TemporaryDirectory _directory = new();

    internal FolderTree() => Directory.CreateDirectory(Source);

    internal string Source => _directory["source"];

    internal string Copy => _directory["copy"];

    internal string Work => _directory["work"];

    internal string this[string path] => Path.Combine(Source, path);

    /// <summary>Writes files whose content is their path, so that no two are the same.</summary>
    internal void Write(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
            File.WriteAllText(this[path], path);
        }
    }

    internal void WriteMany(int count) => Write(Enumerable.Range(0, count).Select(index => $"{index % 3}/file {index:000}"));

    internal static string[] Describe(string root) =>
    [
        .. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories)
            .Select(path => $"{NameOf(root, path)} {(File.Exists(path) ? File.ReadAllText(path) : "folder")}")
            .Order(StringComparer.Ordinal),
    ];

    private static string NameOf(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    public void Dispose() => _directory.Dispose();
}
