namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The journal of a partial file. Entries are appended only, and are used only if the content still has the recorded hash, so that torn
/// entries and unwritten content are harmless. The process that has it open owns the download.
/// </summary>
internal sealed class DownloadJournal : IDisposable
{
    /// <summary>Notes on the largest file that the service takes, 250 GB, are shorter.</summary>
    private const int LongestContent = 16 * 1024 * 1024;

    private const int LongestMark = 64;

    private readonly byte[] _line = new byte[LongestMark];
    private readonly string _path;
    private readonly FileStream _stream;

    /// <summary>Opens the journal, or begins it.</summary>
    /// <exception cref="IOException">Another process has it open.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory must not be written.</exception>
    /// <exception cref="UnsafeLocalNameException">A link stands there.</exception>
    internal DownloadJournal(string path)
    {
        _path = path;
        WorkingFile.Require(path);
        _stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = PartialFile.Exclusive,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        });
    }

    internal bool IsEmpty => _stream.Length == 0;

    internal async Task<DownloadNotes?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_stream.Length is 0 or > LongestContent)
            return null;
        var content = new byte[_stream.Length];
        _stream.Position = 0;
        var length = await _stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        return DownloadNotes.Parse(content.AsSpan(0, length));
    }

    /// <summary>Forgets what was noted, and begins again; without a version nothing is noted.</summary>
    internal async Task BeginAsync(DownloadVersion? version, CancellationToken cancellationToken)
    {
        _stream.SetLength(0);
        if (version is not null)
            await _stream.WriteAsync(DownloadNotes.Format(version), cancellationToken).ConfigureAwait(false);
    }

    internal ValueTask NoteAsync(long position, string hash, CancellationToken cancellationToken)
    {
        var length = DownloadNotes.Format(new DownloadMark(position, hash), _line);
        _stream.Position = _stream.Length;
        return _stream.WriteAsync(_line.AsMemory(0, length), cancellationToken);
    }

    internal void Delete() => File.Delete(_path);

    public void Dispose() => _stream.Dispose();
}
