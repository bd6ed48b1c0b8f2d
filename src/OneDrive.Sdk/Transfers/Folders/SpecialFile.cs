using System.Formats.Tar;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Detects pipes, sockets and devices, which do not have finite content; opening a pipe waits for a writer. .NET exposes their kind only in
/// the tar entry writer, which does not open the file.
/// </summary>
internal static class SpecialFile
{
    private const int HeaderLength = 512;
    private const int TypeOffset = 156;

    internal static bool Is(FileInfo file)
    {
        // They are empty files as far as their length tells, and the others are spared the look.
        if (OperatingSystem.IsWindows() || file.Length > 0)
            return false;

        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            try
            {
                writer.WriteEntry(file.FullName, "x");
            }
            catch (IOException) when (File.Exists(file.FullName) && archive.Length == 0)
            {
                // A socket has no header. Anything else that cannot be read says why when it is opened, and is not a file to wait for.
                return true;
            }
        }

        return archive.Length >= HeaderLength
            && (TarEntryType)archive.GetBuffer()[TypeOffset]
                is TarEntryType.Fifo or TarEntryType.CharacterDevice or TarEntryType.BlockDevice;
    }
}
