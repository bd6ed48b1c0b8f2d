using System.Security.Cryptography;

namespace ResilienceDemo;

/// <summary>Finds what is to be uploaded; the largest file comes first, since it is the one worth interrupting.</summary>
internal static class SourceFiles
{
    internal static IReadOnlyList<SourceFile> Find(IReadOnlyList<string> paths, DirectoryInfo temporary)
    {
        var files = paths.Count == 0 ? [CreateRandomFile(temporary)] : paths.SelectMany(Expand).ToList();
        if (files.Count == 0)
        {
            throw new UsageException("There is no file in the given folders.");
        }

        var twice = files.GroupBy(file => file.RelativePath, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UsageException($"Two files would both become '{twice.Key}' on the drive, where upper and lower case are the same.");
        }

        return [.. files.OrderByDescending(file => file.Length).ThenBy(file => file.RelativePath, StringComparer.Ordinal)];
    }

    private static IEnumerable<SourceFile> Expand(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
        {
            return [Describe(full, Path.GetFileName(full))];
        }

        if (!Directory.Exists(full))
        {
            throw new FileNotFoundException($"There is no file or folder '{path}'.");
        }

        var parent = Path.GetDirectoryName(full) ?? full;
        return Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
            .Select(file => Describe(file, Path.GetRelativePath(parent, file).Replace(Path.DirectorySeparatorChar, '/')));
    }

    private static SourceFile Describe(string path, string relativePath) => new(path, relativePath, new FileInfo(path).Length);

    private static SourceFile CreateRandomFile(DirectoryInfo temporary)
    {
        var path = Path.Combine(temporary.FullName, "random-64-MiB.bin");
        using (var stream = File.Create(path))
        {
            var block = new byte[1024 * 1024];
            for (var written = 0; written < Transfer.RandomFileSize; written += block.Length)
            {
                RandomNumberGenerator.Fill(block);
                stream.Write(block);
            }
        }

        return Describe(path, Path.GetFileName(path));
    }
}
