using System.Buffers;
using System.Collections.Frozen;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Which names and paths OneDrive takes. See
/// https://support.microsoft.com/office/restrictions-and-limitations-in-onedrive-and-sharepoint-64883a5d-228e-48f5-b3d2-eb39e07630fa.
/// </summary>
internal static class RemoteNameRules
{
    internal const string Reserved = "\"*:<>?/\\|";

    private const string ListFolder = "_vti_";
    private const string OwnerFile = "~$";

    private static readonly SearchValues<char> ReservedCharacters = SearchValues.Create(Reserved);

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "CON", "PRN", "AUX", "NUL", ".lock", "desktop.ini",
            "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
            "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    internal static ItemNameProblem? Check(string name) => name switch
    {
        "" => ItemNameProblem.Empty,
        _ when name.AsSpan().IndexOfAny(ReservedCharacters) >= 0
            || name.Any(char.IsControl)
            || SafeLocalPath.HasLoneSurrogate(name) => ItemNameProblem.InvalidCharacter,
        _ when name[0] == ' ' || name[^1] is ' ' or '.' => ItemNameProblem.OuterSpaceOrDot,
        _ when Marks(name).Count > 0 => ItemNameProblem.ReservedName,
        _ when name.Length > ItemNames.MaximumNameLength => ItemNameProblem.NameTooLong,
        _ => null,
    };

    /// <summary>The positions at which another character makes a reserved name an ordinary one.</summary>
    internal static HashSet<int> Marks(string name)
    {
        var marks = new HashSet<int>();
        if (name.Length == 0)
            return marks;
        if (Words.Contains(name) || name.StartsWith(OwnerFile, StringComparison.Ordinal))
            marks.Add(0);
        for (var at = 0; (at = name.IndexOf(ListFolder, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            marks.Add(at);
        return marks;
    }

    /// <summary>Marks, and a space or a dot where none may be.</summary>
    internal static HashSet<int> Places(string name)
    {
        var places = Marks(name);
        if (name.Length > 0 && name[0] == ' ')
            places.Add(0);
        if (name.Length > 0 && name[^1] is ' ' or '.')
            places.Add(name.Length - 1);
        return places;
    }
}
