namespace OneDrive.Sdk.Storage;

/// <summary>
/// Whether only the user of this process could have written a folder, and read a file: what ssh demands of its folder and its keys. On
/// Windows the folder's access control list decides, which the profile of the user sets.
/// </summary>
internal static class FileProtection
{
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private const UnixFileMode OpenToOthers = WritableByOthers
        | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Refuses a folder in which others could put or exchange files.</summary>
    /// <exception cref="UnsafeFileException">Others own it or can write it.</exception>
    internal static void RequireFolder(string path)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(path))
            return;

        if ((File.GetUnixFileMode(path) & WritableByOthers) != UnixFileMode.None)
        {
            throw new UnsafeFileException(
                $"The folder '{path}' can be written by other users, so it is not used. Set its mode (chmod 700), or name a folder inside "
                + "of it that does not exist yet: it is made with this mode.");
        }

        if (!FileOwner.IsTrusted(path))
        {
            throw new UnsafeFileException(
                $"The folder '{path}' belongs to another user, so it is not used. Name a folder of the user that runs this program, or one "
                + "that does not exist yet.");
        }
    }

    /// <summary>Refuses a key that others could have read or put there.</summary>
    /// <exception cref="UnsafeFileException">Others own it or can open it.</exception>
    internal static void RequireKeyFile(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
            return;

        if (!FileOwner.IsTrusted(path))
        {
            throw new UnsafeFileException(
                $"The key file '{path}' belongs to another user, who knows the key, so it is not used. Delete it, and what it sealed: a "
                + "new key is made.");
        }

        if ((File.GetUnixFileMode(path) & OpenToOthers) != UnixFileMode.None)
        {
            throw new UnsafeFileException(
                $"The key file '{path}' can be opened by other users, so it is not used. Set its mode (chmod 600) if they have not read "
                + "it; otherwise delete it, and what it sealed: a new key is made.");
        }
    }
}
