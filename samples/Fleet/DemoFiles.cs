namespace OneDrive.Sdk.Fleet;

/// <summary>A folder of generated files.</summary>
internal static class DemoFiles
{
    private const int LargestSmallFile = 20_000;
    private const int LargeFile = 12 << 20;

    internal static string Create(DirectoryInfo parent, int count)
    {
        var root = parent.CreateSubdirectory("source");
        var random = new Random(1);
        for (var number = 0; number < count; number++)
        {
            var folder = root.CreateSubdirectory($"Folder {number % 10}/Ordner ü");
            Write(Path.Combine(folder.FullName, $"file {number}.bin"), random.Next(LargestSmallFile), random);
        }

        Write(Path.Combine(root.FullName, "large.bin"), LargeFile, random);
        root.CreateSubdirectory("empty");
        return root.FullName;
    }

    private static void Write(string path, int length, Random random)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        File.WriteAllBytes(path, bytes);
    }
}
