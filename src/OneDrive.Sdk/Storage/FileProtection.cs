namespace OneDrive.Sdk.Storage;

/// <summary>
/// Whether only the user of this process can write to a folder and read a file, as ssh requires for its folder and keys. On Windows the
/// access control list of the folder applies, which the user's profile sets.
/// </summary>
internal static class FileProtection
{
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private const UnixFileMode OpenToOthers = WritableByOthers
        | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Rejects a folder in which others could put or exchange files.</summary>
    /// <exception cref="UnsafeFileException">Others own it or can write it.</exception>
    internal static void RequireFolder(string path)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(path))
            return;

        if ((File.GetUnixFileMode(path) & WritableByOthers) != UnixFileMode.None)
        {
            throw new UnsafeFileException(
                $"The folder '{path}' is not used, because other users can write to it. Set its mode (chmod 700), or configure a folder "
                + "inside "
                + "it that does not exist yet: it is created with this mode.");
        }

        if (!FileOwner.IsTrusted(path))
        {
            throw new UnsafeFileException(
                $"The folder '{path}' is not used, because it belongs to another user. Configure a folder of the user that runs this "
                + "process, or one "
                + "that does not exist yet.");
        }
    }

    /// <summary>Rejects a key that others could have read or put there.</summary>
    /// <exception cref="UnsafeFileException">Others own it or can open it.</exception>
    internal static void RequireKeyFile(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
            return;

        if (!FileOwner.IsTrusted(path))
        {
            throw new UnsafeFileException(
                $"The key file '{path}' is not used, because it belongs to another user, who can read the key. Delete it, and the files "
                + "that it encrypted. A "
                + "new key is created.");
        }

        if ((File.GetUnixFileMode(path) & OpenToOthers) != UnixFileMode.None)
        {
            throw new UnsafeFileException(
                $"The key file '{path}' is not used, because other users can read it. Set its mode (chmod 600) if they have not read "
                + "it. Otherwise delete it, and the files that it encrypted. A new key is created.");
        }
    }
}
