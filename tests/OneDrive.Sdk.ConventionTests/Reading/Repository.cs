using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.ConventionTests.Reading;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    private static readonly string[] Output =
        ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", ".git", ".vs", ".idea"];

    /// <summary>Files do not change while the tests run, and many rules read the same ones.</summary>
    private static readonly ConcurrentDictionary<string, SourceFile> Known = new(StringComparer.Ordinal);

    internal static string Root { get; } = FindRoot();

    /// <summary>Every C# file below the folders.</summary>
    internal static IReadOnlyList<SourceFile> Sources(params string[] folders) =>
        [
            .. folders.SelectMany(folder => Files(folder, "*.cs"))
                .Select(path => Known.GetOrAdd(path, static path => new SourceFile(path, Read(path)))),
        ];

    /// <summary>The paths, from the top, of the files below a folder; an empty folder name is the top. Build output is left out.</summary>
    internal static IEnumerable<string> Files(string folder, string pattern)
    {
        var directory = new DirectoryInfo(Path.Combine(Root, folder));
        return directory.Exists ? Files(directory, pattern) : [];
    }

    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Files(DirectoryInfo directory, string pattern) =>
        directory.EnumerateFiles(pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(directory.EnumerateDirectories()
                .Where(child => !Output.Contains(child.Name, StringComparer.Ordinal))
                .SelectMany(child => Files(child, pattern)));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var directory = new FileInfo(here).Directory;
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OneDrive.Sdk.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException($"There is no OneDrive.Sdk.sln above {here}.");
    }
}
