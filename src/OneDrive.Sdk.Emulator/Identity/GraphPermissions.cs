namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// Which permissions a person's token needs for which operation:
/// https://learn.microsoft.com/graph/permissions-reference.
/// </summary>
internal static class GraphPermissions
{
    private static readonly string[] Writing =
        ["Files.ReadWrite", "Files.ReadWrite.All", "Sites.ReadWrite.All", "Files.ReadWrite.AppFolder", "MyFiles.Write", "AllSites.Write"];

    private static readonly string[] Reading =
        [.. Writing, "Files.Read", "Files.Read.All", "Sites.Read.All", "MyFiles.Read", "AllSites.Read"];

    private static readonly string[] Directory =
    [
        "User.Read", "User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All",
        "Group.Read.All", "Group.ReadWrite.All", "GroupMember.Read.All",
    ];

    public static bool Allow(IReadOnlyList<string> scopes, EmulatorOperation operation)
    {
        var needed = operation switch
        {
            EmulatorOperation.ListUsers or EmulatorOperation.GetUser or EmulatorOperation.ListGroups or EmulatorOperation.GetGroup =>
                Directory,
            EmulatorOperation.GetDrive or EmulatorOperation.ListDrives or EmulatorOperation.GetItem or EmulatorOperation.ListChildren
                or EmulatorOperation.GetContent => Reading,
            EmulatorOperation.Unknown => null,
            _ => Writing,
        };
        return needed is null || scopes.Any(scope => needed.Contains(scope, StringComparer.OrdinalIgnoreCase));
    }
}
