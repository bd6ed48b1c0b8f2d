using Microsoft.Win32.SafeHandles;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// A file that is created at its path only when it is complete. Until then the content is in <c>name.partial</c>, with a journal in
/// <c>name.partial.state</c>; on failure both are deleted, or kept for a later download.
/// </summary>
internal sealed class PartialFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _partialPath;
    private readonly bool _overwrite;
    private readonly DownloadJournal _journal;
    private readonly bool _isContinued;
    private readonly Func<WorkingFile, SafeFileHandle> _open;
    private SafeFileHandle? _file;
    private FileSink? _sink;
    private bool _hasBegun;
    private bool _isKept;
    private bool _isCommitted;

    private PartialFile(string path, bool overwrite, Func<WorkingFile, SafeFileHandle> open)
    {
        _path = path;
        _open = open;
        _overwrite = overwrite;
        _partialPath = WorkingName.Beside(path, WorkingName.Partial);
        _journal = new DownloadJournal(WorkingName.Beside(path, WorkingName.Journal));
        try
        {
            // Looked at again, now that no other download can end in the meantime.
            RequireFree();
            _isContinued = !_journal.IsEmpty;
            WorkingFile.Require(_partialPath);
            if (File.Exists(_partialPath))
                _file = OpenPartial(FileMode.Open, preallocationSize: 0);
        }
        catch
        {
            Close(deleteJournal: _journal.IsEmpty);
            throw;
        }
    }

    /// <summary>
    /// Exclusive access. On Windows the file must allow renaming; on other systems it always does, and only FileShare.None locks.
    /// </summary>
    internal static FileShare Exclusive => OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <summary>Whether there is a file at the path, which the complete one will replace.</summary>
    internal bool Replaces => File.Exists(_path);

    /// <summary>Begins a file; whatever would fail at the end and can be known now fails now.</summary>
    /// <exception cref="IOException">There is a file that must not be replaced, or another download is writing this one.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written.</exception>
    /// <exception cref="UnsafeLocalNameException">A link stands where the file or its journal is to be.</exception>
    internal static PartialFile Open(string path, bool overwrite, Func<WorkingFile, SafeFileHandle> open)
    {
        path = Path.GetFullPath(path);
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a directory.");
        if (!overwrite)
            RequireFree(path);
        return new PartialFile(path, overwrite, open);
    }

    /// <summary>Resumes the content of an earlier call, if it is of the same version, or allocates the disk space.</summary>
    /// <param name="item">The file at the service.</param>
    /// <param name="resumes">Whether bytes of an earlier call are used, and noted for a later one.</param>
    /// <param name="comparesHash">Whether a hash that differs counts.</param>
    /// <param name="room">How many bytes there must be room for on the disk; a full disk is known before the first byte is fetched.</param>
    /// <param name="cancellationToken">Cancels the reading of the bytes that are here.</param>
    /// <exception cref="IOException">The disk has not enough room.</exception>
    internal async Task<FileSink> BeginAsync(
        DriveItem item, bool resumes, bool comparesHash, long room, CancellationToken cancellationToken)
    {
        var digest = ContentDigest.For(item);
        try
        {
            if (resumes && _file is not null
                && await _journal.ReadAsync(cancellationToken).ConfigureAwait(false) is { } notes
                && notes.Version.Describes(item, isProvedByHash: comparesHash && digest.CanCompareWith(item)))
            {
                var sink = new FileSink(_file, _journal, digest);
                await sink.ResumeAsync(notes, cancellationToken).ConfigureAwait(false);
                if (sink.Position > 0)
                    return _sink = sink;
            }

            await _journal.BeginAsync(null, cancellationToken).ConfigureAwait(false);
            _file?.Dispose();
            (_file, _hasBegun) = (null, true);
            File.Delete(_partialPath);
            _file = OpenPartial(FileMode.CreateNew, room);
            return _sink = new FileSink(_file, resumes ? _journal : null, digest);
        }
        catch
        {
            digest.Dispose();
            throw;
        }
    }

    /// <summary>Leaves what is there for a later call.</summary>
    internal void Keep() => _isKept = true;

    /// <summary>Puts the complete file in its place.</summary>
    internal void Commit()
    {
        if (RandomAccess.GetLength(_file!) != _sink!.Position)
            RandomAccess.SetLength(_file!, _sink.Position);
        RandomAccess.FlushToDisk(_file!);
        File.Move(_partialPath, _path, _overwrite);
        _isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        _sink?.Dispose();
        if (_isCommitted)
        {
            Close(deleteJournal: true);
            return;
        }

        if (_isKept && (_sink is null ? _isContinued : _sink.Position > 0))
        {
            await KeepAsync().ConfigureAwait(false);
            return;
        }

        // A file of that name that is none of ours is left alone.
        if (_hasBegun || _isContinued)
            File.Delete(_partialPath);
        Close(deleteJournal: true);
    }

    private async ValueTask KeepAsync()
    {
        try
        {
            if (_sink is not null)
                await _sink.NoteAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The disk is full, say: the notes that are there will do, and what ended the download matters more.
        }

        Close(deleteJournal: false);
    }

    // The journal is the lock, so it is deleted last: its next owner does not find leftover files.
    private void Close(bool deleteJournal)
    {
        try
        {
            _file?.Dispose();
            if (deleteJournal)
                _journal.Delete();
        }
        finally
        {
            _journal.Dispose();
        }
    }

    private SafeFileHandle OpenPartial(FileMode mode, long preallocationSize) =>
        _open(new WorkingFile(_partialPath, mode, preallocationSize));

    private void RequireFree()
    {
        if (!_overwrite)
            RequireFree(_path);
    }

    private static void RequireFree(string path)
    {
        if (File.Exists(path))
        {
            throw new IOException(
                $"The file '{path}' already exists. Set {nameof(DownloadOptions)}.{nameof(DownloadOptions.Overwrite)} to replace it.");
        }
    }
}
