namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>A directory of a test's own, gone with it.</summary>
internal sealed partial class TemporaryDirectory : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("onedrive-sdk-").FullName;

    internal string this[string name] => System.IO.Path.Combine(Path, name);

    internal string[] Files =>
        [.. Directory.EnumerateFileSystemEntries(Path).Select(path => System.IO.Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        Leaving();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>Called before the directory goes.</summary>
    partial void Leaving();
}
