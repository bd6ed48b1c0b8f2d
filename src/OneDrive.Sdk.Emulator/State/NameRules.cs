using System.Buffers;
using System.Collections.Frozen;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// Which names and paths the service takes. See https://learn.microsoft.com/onedrive/developer/rest-api/concepts/addressing-driveitems.
/// </summary>
internal static class NameRules
{
    /// <summary>The longest decoded path below a drive's root, in characters.</summary>
    public const int LongestPath = 400;

    private const int LongestName = 255;

    private static readonly SearchValues<char> Reserved = SearchValues.Create("\"*:<>?/\\|");

    private static readonly FrozenSet<string> Devices = FrozenSet.ToFrozenSet(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { "COM" + number, "LPT" + number })],
        StringComparer.OrdinalIgnoreCase);

    public static void Validate(string name)
    {
        if (!IsAcceptable(name))
        {
            throw GraphError.InvalidRequest("The provided name cannot contain any of the reserved characters or words.");
        }
    }

    public static void ValidatePathLength(ItemNode parent, string name)
    {
        var length = name.Length;
        for (var folder = parent; folder.Parent is not null; folder = folder.Parent)
        {
            length += folder.Name.Length + 1;
        }

        if (length > LongestPath)
        {
            throw PathIsTooLong();
        }
    }

    public static GraphError PathIsTooLong() => GraphError.InvalidRequest("The specified path is too long.", "pathIsTooLong");

    private static bool IsAcceptable(string name)
        => name.Length is > 0 and <= LongestName
            && name.AsSpan().IndexOfAny(Reserved) < 0
            && !name.Any(char.IsControl)
            && name[0] != ' '
            && name[^1] is not (' ' or '.')
            && !name.StartsWith("~$", StringComparison.Ordinal)
            && !name.Contains("_vti_", StringComparison.OrdinalIgnoreCase)
            && !name.Equals(".lock", StringComparison.OrdinalIgnoreCase)
            && !name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase)
            && !Devices.Contains(name);
}
