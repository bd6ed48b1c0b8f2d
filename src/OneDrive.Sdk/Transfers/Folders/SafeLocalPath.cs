using System.Buffers;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Which names of the service may become names on this machine. The rules are the same on every platform, so that a folder that was
/// downloaded on one can be copied to another; see https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
/// </summary>
internal static class SafeLocalPath
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(":*?\"<>|");

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <summary>Checks a single name, taken as it is: nothing in it is decoded.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    internal static LocalNameProblem? Check(string? name) => name switch
    {
        null or "" => LocalNameProblem.Empty,
        "." or ".." => LocalNameProblem.Traversal,
        _ when name.AsSpan().IndexOfAny('/', '\\') >= 0 => LocalNameProblem.Separator,
        _ when name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl) || HasLoneSurrogate(name) =>
            LocalNameProblem.InvalidCharacter,
        _ when name[^1] is '.' or ' ' => LocalNameProblem.TrailingDotOrSpace,
        _ when IsDevice(name) => LocalNameProblem.ReservedName,
        _ when WorkingName.IsOne(name) => LocalNameProblem.ReservedSuffix,
        _ => null,
    };

    /// <summary>The path of a name in a folder that is the root or below it.</summary>
    /// <exception cref="UnsafeLocalNameException">The name cannot be used, or leads out of the root.</exception>
    internal static string Combine(string root, string folder, string? name, bool isMapped = false)
    {
        if ((isMapped ? CheckMapped(name) : Check(name)) is { } problem)
            throw new UnsafeLocalNameException(name, problem);
        var path = Path.GetFullPath(Path.Combine(folder, name!));
        var start = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return path.StartsWith(start, StringComparison.Ordinal)
            ? path
            : throw new UnsafeLocalNameException(name, LocalNameProblem.OutsideRoot);
    }

    /// <summary>Looks at the disk: neither the path nor a folder between it and the root may be a link, which may lead anywhere.</summary>
    /// <exception cref="UnsafeLocalNameException">There is a link.</exception>
    internal static void RequireNoLinks(string root, string path)
    {
        for (var current = path; current.Length > root.Length; current = Path.GetDirectoryName(current)!)
            RequireNoLink(current);
        foreach (var suffix in WorkingName.Suffixes)
            RequireNoLink(WorkingName.Beside(path, suffix));
    }

    /// <summary>A name that <see cref="ItemNames.ToLocal"/> made holds nothing else that could lead elsewhere.</summary>
    private static LocalNameProblem? CheckMapped(string? name) => string.IsNullOrEmpty(name) ? LocalNameProblem.Empty
        : HasLoneSurrogate(name) ? LocalNameProblem.InvalidCharacter
        : null;

    private static void RequireNoLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
            throw new UnsafeLocalNameException(Path.GetFileName(path), LocalNameProblem.SymbolicLink);
    }

    internal static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4
                && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                    || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
                && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }

    internal static bool HasLoneSurrogate(string name)
    {
        for (var index = 0; index < name.Length; index++)
        {
            if (!char.IsSurrogate(name[index]))
                continue;
            if (index + 1 == name.Length || !char.IsSurrogatePair(name[index], name[index + 1]))
                return true;
            index++;
        }

        return false;
    }
}
