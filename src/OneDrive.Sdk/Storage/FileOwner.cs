using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace OneDrive.Sdk.Storage;

/// <summary>Who owns a file, which .NET does not tell.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FileOwner
{
    private const uint Root = 0;

    // statx(2); the layout is part of the interface of the kernel and the same for every processor.
    private const int CurrentDirectory = -100;
    private const uint AskForOwner = 0x8;
    private const int SizeOfAnswer = 256;
    private const int PlaceOfMask = 0;
    private const int PlaceOfOwner = 20;

    /// <summary>
    /// Returns whether a file or folder belongs to the user of this process, or to the administrator, who can read it in any case.
    /// </summary>
    internal static bool IsTrusted(string path) => OperatingSystem.IsLinux() && TryFind(path, out var owner, out var user)
        ? owner == user || owner == Root
        : CanChangeMode(path);

    private static bool TryFind(string path, out uint owner, out uint user)
    {
        (owner, user) = (0, 0);
        try
        {
            var answer = new byte[SizeOfAnswer];
            if (AskFile(CurrentDirectory, Encoding.UTF8.GetBytes(path + "\0"), 0, AskForOwner, answer) != 0
                || (MemoryMarshal.Read<uint>(answer.AsSpan(PlaceOfMask)) & AskForOwner) == 0)
            {
                return false;
            }

            owner = MemoryMarshal.Read<uint>(answer.AsSpan(PlaceOfOwner));
            user = AskUser();
            return true;
        }
        catch (Exception failure) when (failure is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    // Elsewhere: only the owner and the administrator may change a mode, even to what it is.
    private static bool CanChangeMode(string path)
    {
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            // A file system that is mounted for reading, or has no modes.
            return true;
        }
    }

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Every argument is passed as it is; nothing has to be generated.")]
    private static extern int AskFile(int folder, byte[] path, int flags, uint mask, byte[] answer);

    [DllImport("libc", EntryPoint = "geteuid", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "There is no argument.")]
    private static extern uint AskUser();
}
