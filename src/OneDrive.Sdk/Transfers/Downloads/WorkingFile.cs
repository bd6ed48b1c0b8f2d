using Microsoft.Win32.SafeHandles;
using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Transfers;

/// <summary>A file beside the one that is downloaded, about to be opened. It is never followed through a link.</summary>
internal sealed record WorkingFile(string Path, FileMode Mode, long PreallocationSize)
{
    internal SafeFileHandle Open() => File.OpenHandle(
        Path, Mode, FileAccess.ReadWrite, PartialFile.Exclusive, FileOptions.Asynchronous, PreallocationSize);

    /// <summary>Rejects a link, a pipe or a device at the path. A dangling link is one as well.</summary>
    /// <exception cref="UnsafeLocalNameException">There is a link.</exception>
    /// <exception cref="IOException">There is something else that is not a file.</exception>
    internal static void Require(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            throw new UnsafeLocalNameException(file.Name, LocalNameProblem.SymbolicLink);
        if (Directory.Exists(path) || (file.Exists && SpecialFile.Is(file)))
            throw new IOException($"'{path}' is not a file, but the download needs this name for its working file. Remove it.");
    }
}
