using System.Globalization;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>
/// The data folder of one emulator: a snapshot and the journal that follows it, both with the same number, and the content of files. Only
/// its owner may read it, and only one process at a time may use it.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const string SnapshotPrefix = "snapshot-";
    private const string JournalPrefix = "journal-";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    public string Path { get; }

    public string ContentFolder => System.IO.Path.Combine(Path, "content");

    /// <summary>Takes the folder for this process, and makes it when there is none.</summary>
    /// <exception cref="IOException">Another process uses it, or it holds files of another user.</exception>
    public static DataFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (File.Exists(path))
        {
            throw new IOException($"'{path}' is a file. The emulator requires a folder for its data.");
        }

        var lockFile = System.IO.Path.Combine(path, "lock");
        if (Directory.Exists(path) && !File.Exists(lockFile) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new IOException($"'{path}' is not empty and was not created by the emulator. Use a new folder for its data.");
        }

        Make(path);
        var folder = new DataFolder(path, Lock(path, lockFile));
        CreatePrivate(folder.ContentFolder);
        return folder;
    }

    /// <summary>The number of the newest snapshot; zero when there is none yet.</summary>
    public int FindGeneration() => Directory.EnumerateFiles(Path, SnapshotPrefix + "*")
        .Select(file => System.IO.Path.GetFileName(file)[SnapshotPrefix.Length..])
        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty()
        .Max();

    public string SnapshotOf(int generation) => NameOf(SnapshotPrefix, generation);

    public string JournalOf(int generation) => NameOf(JournalPrefix, generation);

    /// <summary>Deletes what a later snapshot made superfluous, and what was not finished.</summary>
    public void DeleteAllBut(int generation)
    {
        string[] kept = [SnapshotOf(generation), JournalOf(generation)];
        foreach (var file in Directory.EnumerateFiles(Path, SnapshotPrefix + "*")
            .Concat(Directory.EnumerateFiles(Path, JournalPrefix + "*"))
            .Except(kept, StringComparer.Ordinal))
        {
            File.Delete(file);
        }
    }

    public void Dispose() => _lock.Dispose();

    private string NameOf(string prefix, int generation)
        => System.IO.Path.Combine(Path, prefix + generation.ToString("D8", CultureInfo.InvariantCulture));

    private static FileStream Lock(string path, string lockFile)
    {
        try
        {
            return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException($"The folder '{path}' is in use by another emulator. Stop that emulator, or use another "
                + "folder.", exception);
        }
    }

    private static void Make(string path)
    {
        try
        {
            CreatePrivate(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder '{path}' for the data of the emulator cannot be created. {exception.Message}", exception);
        }
    }

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
