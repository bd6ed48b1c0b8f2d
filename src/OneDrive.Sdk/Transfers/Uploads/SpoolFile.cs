namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Creates temporary files that only the user can read and that are deleted when they are closed, or when the process ends.
/// </summary>
internal static class SpoolFile
{
    /// <summary>Makes the file.</summary>
    /// <param name="folder">Its folder, which must exist.</param>
    /// <param name="length">The expected length, so that a full disk is detected immediately; 0 if unknown.</param>
    /// <exception cref="IOException">The folder does not exist, or its disk is full.</exception>
    internal static FileStream Create(string folder, long length)
    {
        var path = Path.Combine(folder, $"onedrive-{Guid.NewGuid():N}.spool");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
            PreallocationSize = length,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        try
        {
            // Without a name other processes cannot open it, and the system frees it even if the process is killed.
            File.Delete(path);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
