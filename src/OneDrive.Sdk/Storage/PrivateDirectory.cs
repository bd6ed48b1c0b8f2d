using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk.Storage;

/// <summary>A directory that only the user can read: created with mode 0700, its files with 0600, each replaced atomically.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never used owns nothing.")]
internal sealed class PrivateDirectory(string path, TimeProvider timeProvider)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string WholeDirectory = "lock";
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);

    private readonly string _path = System.IO.Path.GetFullPath(path);
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <exception cref="UnsafeFileException">Others can write the directory.</exception>
    internal IEnumerable<string> List(string extension)
    {
        FileProtection.RequireFolder(_path);
        return Directory.Exists(_path)
            ? Directory.EnumerateFiles(_path, "*" + extension).Select(file => System.IO.Path.GetFileName(file)!)
            : [];
    }

    /// <summary>Reads a key; null when there is none.</summary>
    /// <exception cref="UnsafeFileException">Others could have read or written the key.</exception>
    internal Task<byte[]?> ReadKeyAsync(string name, CancellationToken cancellationToken)
    {
        FileProtection.RequireKeyFile(InDirectory(name));
        return ReadAsync(name, cancellationToken);
    }

    /// <summary>Reads a file; null when there is none.</summary>
    /// <exception cref="IOException">The name is a link, or others can write the directory.</exception>
    internal async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        FileProtection.RequireFolder(_path);
        try
        {
            RefuseLink(name);
            return await File.ReadAllBytesAsync(InDirectory(name), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Replaces a file with one rename, after its content was flushed; a crash leaves the old or the new file.</summary>
    internal async Task WriteAsync(string name, ReadOnlyMemory<byte> content, bool replace, CancellationToken cancellationToken)
    {
        Create();
        var temporary = InDirectory($"{name}.{Guid.NewGuid():N}.tmp");
        try
        {
            var stream = Open(temporary, FileMode.CreateNew);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, InDirectory(name), replace);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Removes the remains of a write that was interrupted by a crash. Called under the lock of the directory.</summary>
    internal void DeleteLeftovers(string name)
    {
        foreach (var leftover in List(".tmp"))
        {
            if (leftover.StartsWith(name + ".", StringComparison.Ordinal))
                Delete(leftover);
        }
    }

    internal void Delete(string name)
    {
        if (Directory.Exists(_path))
            File.Delete(InDirectory(name));
    }

    /// <summary>
    /// Prevents that other workers, in this and other processes, change the directory until it is disposed. The operating system releases
    /// the lock when the process ends.
    /// </summary>
    /// <exception cref="IOException">Another process held the lock for too long.</exception>
    internal async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var file = await LockFileAsync(WholeDirectory, LockWait, cancellationToken).ConfigureAwait(false);
            return new Lock(file, _gate);
        }
        catch
        {
            _gate.Release();
            throw;
        }
    }

    /// <summary>Holds a lock for as long as the file is open. The operating system releases it when the process ends.</summary>
    /// <exception cref="IOException">Another process held it for longer than the wait, or the name is a link.</exception>
    internal async Task<FileStream> LockFileAsync(string name, TimeSpan wait, CancellationToken cancellationToken)
    {
        Create();
        RefuseLink(name);
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            try
            {
                return Open(InDirectory(name), FileMode.OpenOrCreate);
            }
            catch (IOException exception) when (IsTakenByOther(exception) && timeProvider.GetElapsedTime(started) < wait)
            {
                await Task.Delay(LockPause, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Locks a file, which is created if it does not exist; null if another process holds the lock.</summary>
    internal FileStream? TryLockFile(string name)
    {
        Create();
        RefuseLink(name);
        try
        {
            return Open(InDirectory(name), FileMode.OpenOrCreate);
        }
        catch (IOException exception) when (IsTakenByOther(exception))
        {
            return null;
        }
    }

    internal bool Exists(string name) => File.Exists(InDirectory(name));

    /// <summary>Returns whether a lock could not be had because another process holds it.</summary>
    // A sharing or lock violation on Windows, EWOULDBLOCK of flock on Linux and on macOS.
    internal static bool IsTakenByOther(IOException exception) =>
        exception.HResult is unchecked((int)0x8007_0020) or unchecked((int)0x8007_0021) or 11 or 35;

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    private void Create()
    {
        FileProtection.RequireFolder(_path);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_path);
        else
            Directory.CreateDirectory(_path, OwnerOnly | UnixFileMode.UserExecute);
    }

    private void RefuseLink(string name)
    {
        if (new FileInfo(InDirectory(name)).LinkTarget is not null)
            throw new IOException($"'{name}' in a private directory is a symbolic link. Links are not followed.");
    }

    private string InDirectory(string name) => System.IO.Path.Combine(_path, name);

    private sealed class Lock(FileStream file, SemaphoreSlim gate) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await file.DisposeAsync().ConfigureAwait(false);
            gate.Release();
        }
    }
}
