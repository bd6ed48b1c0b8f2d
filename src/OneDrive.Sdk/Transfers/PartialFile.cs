namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A file that appears at its path only when it is complete. Until then it is beside it as <c>name.partial</c>, and is removed when it is
/// given up.
/// </summary>
internal sealed class PartialFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly bool _overwrite;
    private FileStream? _stream;

    private PartialFile(string path, bool overwrite)
    {
        _path = path;
        _overwrite = overwrite;
        _stream = Open(preallocationSize: 0);
    }

    internal Stream Stream => _stream ?? throw new ObjectDisposedException(nameof(PartialFile));

    private string PartialPath => _path + ".partial";

    /// <summary>Begins a file; whatever would fail at the end and can be known now fails now.</summary>
    /// <exception cref="IOException">There is a file that must not be replaced, or another download is writing this one.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written.</exception>
    internal static PartialFile Create(string path, bool overwrite)
    {
        path = Path.GetFullPath(path);
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a directory.");
        if (!overwrite && File.Exists(path))
            throw new IOException(
                $"The file '{path}' already exists; set {nameof(DownloadOptions)}.{nameof(DownloadOptions.Overwrite)} to replace it.");
        return new PartialFile(path, overwrite);
    }

    /// <summary>Takes the room on the disk, so that a full disk is known before the first byte is fetched.</summary>
    /// <exception cref="IOException">The disk has not enough room.</exception>
    internal async Task ReserveAsync(long size)
    {
        await CloseAsync().ConfigureAwait(false);
        try
        {
            _stream = Open(size);
        }
        catch
        {
            File.Delete(PartialPath);
            throw;
        }
    }

    /// <summary>Puts the complete file in its place.</summary>
    internal async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _stream!.Flush(flushToDisk: true);
        await CloseAsync().ConfigureAwait(false);
        try
        {
            File.Move(PartialPath, _path, _overwrite);
        }
        catch
        {
            File.Delete(PartialPath);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is null)
            return;
        await CloseAsync().ConfigureAwait(false);
        File.Delete(PartialPath);
    }

    private FileStream Open(long preallocationSize) => new(PartialPath, new FileStreamOptions
    {
        Mode = FileMode.Create,
        Access = FileAccess.Write,
        Share = FileShare.None,
        Options = FileOptions.Asynchronous,
        BufferSize = 0,
        PreallocationSize = preallocationSize,
    });

    private async ValueTask CloseAsync()
    {
        if (_stream is { } stream)
        {
            _stream = null;
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
