using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// Allocates storage for file content: in memory and in a temporary folder that is removed at the end, or in the data folder, which is
/// kept. There an unused file is deleted only after its removal was saved.
/// </summary>
internal sealed class ContentStore(EmulatorOptions options, string? keptFolder = null) : IDisposable
{
    private const int CopyBufferSize = 128 * 1024;

    private readonly object _gate = new();
    private readonly Dictionary<string, StoredContent> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _partial = new(StringComparer.Ordinal);
    private List<string> _released = [];
    private readonly bool _isKept = keptFolder is not null;
    private string? _folder = keptFolder;
    private bool _disposed;

    /// <summary>The folder of the files; null until the first one arrives.</summary>
    public string? Folder => _folder;

    /// <summary>Begins new content; an unknown length counts as large.</summary>
    public ContentWriter Create(long? expectedLength, EmulatorDriveType driveType)
    {
        var withSha1 = driveType == EmulatorDriveType.Personal;
        if (expectedLength <= (_isKept ? 0 : options.LargestContentInMemory))
        {
            return new ContentWriter(new MemoryStream((int)expectedLength.Value), file: null, Release, options.DiscardContent, withSha1);
        }

        var file = NewFile();
        return new ContentWriter(Open(file, FileMode.CreateNew), file, Release, options.DiscardContent, withSha1);
    }

    /// <summary>Keeps a copy of bytes that are all there.</summary>
    public StoredContent Keep(ReadOnlySpan<byte> bytes)
    {
        var content = StoredContent.Of(bytes);
        if (!_isKept || bytes.IsEmpty)
        {
            return content;
        }

        var file = NewFile();
        using (var stream = File.Create(file))
        {
            stream.Write(bytes);
        }

        return StoredContent.InFile(file, content.Length, content.QuickXorHash, content.FindSha1(), Release);
    }

    /// <summary>Keeps a copy of a file of another user.</summary>
    public StoredContent Keep(FileStream source)
    {
        if (source.Length <= options.LargestContentInMemory)
        {
            var bytes = new byte[source.Length];
            source.ReadExactly(bytes);
            return Keep(bytes);
        }

        var file = NewFile();
        var hash = default(QuickXorHash);
        using (var stream = File.Create(file))
        {
            var buffer = new byte[CopyBufferSize];
            int read;
            while ((read = source.Read(buffer)) > 0)
            {
                hash.Append(buffer.AsSpan(0, read));
                stream.Write(buffer.AsSpan(0, read));
            }
        }

        return StoredContent.InFile(file, hash.Length, Convert.ToBase64String(hash.Finish()), sha1: null, Release);
    }

    /// <summary>Finds content that was saved; null when it is not whole.</summary>
    public StoredContent? Find(ContentRecord record)
    {
        if (record.Live is { } live)
        {
            return live.Share();
        }

        if (record.File is null)
        {
            return StoredContent.InMemory(record.Bytes ?? [], record.QuickXorHash);
        }

        if (_found.TryGetValue(record.File, out var shared))
        {
            return shared.Share();
        }

        var file = new FileInfo(PathOf(record.File));
        return file.Exists && file.Length == record.Length
            ? _found[record.File] = StoredContent.InFile(file.FullName, record.Length, record.QuickXorHash, record.Sha1, Release)
            : null;
    }

    /// <summary>Resumes unfinished content; null if less content exists than was saved.</summary>
    public ContentWriter? Find(PartialContentRecord record, EmulatorDriveType driveType)
    {
        var file = new FileInfo(PathOf(record.File));
        return file.Exists && file.Length >= record.Length && _partial.Add(record.File)
            ? new ContentWriter(
                Open(file.FullName, FileMode.Open),
                file.FullName,
                Release,
                discard: false,
                withSha1: driveType == EmulatorDriveType.Personal,
                QuickXorHash.Load(record.Hash))
            : null;
    }

    /// <summary>Ends the finding, and deletes every file that was not found: what a killed process left over.</summary>
    public void DeleteTheRest()
    {
        foreach (var file in Directory.EnumerateFiles(_folder!, "*", SearchOption.AllDirectories))
        {
            if (!_found.ContainsKey(Path.GetFileName(file)) && !_partial.Contains(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }

        _found.Clear();
        _partial.Clear();
    }

    /// <summary>The files that were not used since the last call.</summary>
    public List<string> TakeReleased()
    {
        lock (_gate)
        {
            var taken = _released;
            _released = [];
            return taken;
        }
    }

    public void Release(string file)
    {
        if (!_isKept)
        {
            File.Delete(file);
            return;
        }

        lock (_gate)
        {
            _released.Add(file);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            if (!_isKept && _folder is not null && Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }

    private string NewFile()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _folder ??= options.TemporaryFolder is { } parent
                ? Directory.CreateDirectory(Path.Combine(parent, "onedrive-emulator-" + Guid.NewGuid().ToString("N"))).FullName
                : Directory.CreateTempSubdirectory("onedrive-emulator-").FullName;
        }

        var file = PathOf(Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    // 256 folders, because no file system likes a million files in one.
    private string PathOf(string name) => Path.Combine(_folder!, name[..2], name);

    private static FileStream Open(string file, FileMode mode) => new(file, new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.ReadWrite,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous,
        BufferSize = 0,
    });
}
