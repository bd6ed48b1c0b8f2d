namespace OneDrive.Sdk.Emulator.State;

/// <summary>Makes room for file content, and removes all of it at the end.</summary>
internal sealed class ContentStore(EmulatorOptions options) : IDisposable
{
    private readonly object _gate = new();
    private string? _folder;
    private long _next;
    private bool _disposed;

    /// <summary>The folder of the large files; null until the first one arrives.</summary>
    public string? Folder => _folder;

    /// <summary>Begins new content; an unknown length counts as large.</summary>
    public ContentWriter Create(long? expectedLength, EmulatorDriveType driveType)
    {
        var withSha1 = driveType == EmulatorDriveType.Personal;
        return expectedLength <= options.LargestContentInMemory
            ? new ContentWriter(new MemoryStream((int)expectedLength.Value), file: null, options.DiscardContent, withSha1)
            : new ContentWriter(CreateFile(out var file), file, options.DiscardContent, withSha1);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            if (_folder is not null && Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }

    private FileStream CreateFile(out string file)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _folder ??= options.TemporaryFolder is { } parent
                ? Directory.CreateDirectory(Path.Combine(parent, "onedrive-emulator-" + Guid.NewGuid().ToString("N"))).FullName
                : Directory.CreateTempSubdirectory("onedrive-emulator-").FullName;
            file = Path.Combine(_folder, (++_next).ToString("D8", System.Globalization.CultureInfo.InvariantCulture));
            return new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
            });
        }
    }
}
