namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>Which permissions a user's token needs for which operation: https://learn.microsoft.com/graph/permissions-reference.</summary>
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

    private static bool IsReading(EmulatorOperation operation) => operation is EmulatorOperation.GetDrive
        or EmulatorOperation.ListDrives or EmulatorOperation.GetItem or EmulatorOperation.ListChildren or EmulatorOperation.GetContent
        or EmulatorOperation.ReadChanges or EmulatorOperation.Search or EmulatorOperation.ListRecent or EmulatorOperation.ListFollowed
        or EmulatorOperation.ListSharedWithMe or EmulatorOperation.ListSharedByMe or EmulatorOperation.ListThumbnails
        or EmulatorOperation.GetThumbnail or EmulatorOperation.GetPreview or EmulatorOperation.ListVersions
        or EmulatorOperation.GetVersion or EmulatorOperation.GetVersionContent or EmulatorOperation.ListPermissions
        or EmulatorOperation.GetPermission or EmulatorOperation.GetShare or EmulatorOperation.ListBundles or EmulatorOperation.GetBundle
        or EmulatorOperation.ListSites or EmulatorOperation.GetSite or EmulatorOperation.GetList or EmulatorOperation.ListColumns
        or EmulatorOperation.ListContentTypes or EmulatorOperation.ListListItems or EmulatorOperation.GetListItem
        or EmulatorOperation.CreateSubscription or EmulatorOperation.GetSubscription or EmulatorOperation.RenewSubscription
        or EmulatorOperation.DeleteSubscription or EmulatorOperation.ReauthorizeSubscription
        or EmulatorOperation.GetSubscriptionSocket;

    public static bool Allow(IReadOnlyList<string> scopes, EmulatorOperation operation)
    {
        var needed = operation switch
        {
            EmulatorOperation.ListUsers or EmulatorOperation.GetUser or EmulatorOperation.ListGroups or EmulatorOperation.GetGroup =>
                Directory,
            EmulatorOperation.Unknown or EmulatorOperation.UserInfo or EmulatorOperation.Batch => null,
            _ when IsReading(operation) => Reading,
            _ => Writing,
        };
        return needed is null || scopes.Any(scope => needed.Contains(scope, StringComparer.OrdinalIgnoreCase));
    }
}
