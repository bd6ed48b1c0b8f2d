using System.Formats.Tar;

namespace OneDrive.Sdk.Fleet.Planning;

/// <summary>Pipes, sockets and devices: opening one waits for its writer. The tar writer tells the kind without opening the file.</summary>
internal static class SpecialFiles
{
    internal static bool Is(FileInfo file)
    {
        if (OperatingSystem.IsWindows() || file.Length > 0)
            return false;
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
                writer.WriteEntry(file.FullName, "file");
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType
                is TarEntryType.Fifo or TarEntryType.CharacterDevice or TarEntryType.BlockDevice;
        }
        catch (IOException)
        {
            // A socket has no entry. An unreadable file fails when it is transferred.
            return archive.Length == 0 && file.Exists && file.UnixFileMode.HasFlag(UnixFileMode.UserRead);
        }
    }
}
