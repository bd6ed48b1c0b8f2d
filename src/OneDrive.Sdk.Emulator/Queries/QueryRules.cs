namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>Which options of OData an operation takes, as its page of the documentation says.</summary>
internal sealed record QueryRules(QueryEntity Entity, string Options)
{
    private const string EveryList = "select expand top skiptoken orderby filter count";

    private static readonly QueryRules Items = new(QueryEntity.DriveItem, EveryList)
    {
        Expands = ["thumbnails", "children", "permissions", "listItem", "versions"],
        Orders = ["name", "size", "lastModifiedDateTime", "createdDateTime"],
    };

    private static readonly QueryRules Entries = new(QueryEntity.Any, "select top skiptoken");

    private static readonly QueryRules One = new(QueryEntity.Any, "select");

    /// <summary>The words that $expand may name.</summary>
    public IReadOnlyList<string> Expands { get; init; } = [];

    /// <summary>The properties that $orderby may name; with a slash at the end, everything below it.</summary>
    public IReadOnlyList<string> Orders { get; init; } = [];

    public bool IsCollection => Takes("skiptoken");

    public bool Takes(string option) => Options.Split(' ').Contains(option, StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules of an operation that reads; null when its options are not looked at.</summary>
    public static QueryRules? Of(EmulatorOperation operation) => operation switch
    {
        EmulatorOperation.ListUsers => Directory(QueryEntity.User, "displayName", "userPrincipalName", "mail"),
        EmulatorOperation.ListGroups => Directory(QueryEntity.Group, "displayName", "mail"),
        EmulatorOperation.GetUser => new(QueryEntity.User, "select expand") { Expands = ["drive", "drives", "manager"] },
        EmulatorOperation.GetGroup => new(QueryEntity.Group, "select expand") { Expands = ["drive", "drives"] },
        EmulatorOperation.GetDrive => new(QueryEntity.Drive, "select expand") { Expands = ["root", "items", "list", "special"] },
        EmulatorOperation.ListDrives => new(QueryEntity.Drive, "select expand top skiptoken orderby count")
        {
            Expands = ["root"],
            Orders = ["name", "createdDateTime", "lastModifiedDateTime"],
        },
        EmulatorOperation.GetItem => Items with { Options = "select expand" },
        EmulatorOperation.ListChildren or EmulatorOperation.Search or EmulatorOperation.ListRecent or EmulatorOperation.ListFollowed
            or EmulatorOperation.ListSharedWithMe or EmulatorOperation.ListSharedByMe or EmulatorOperation.ListBundles
            or EmulatorOperation.GetBundle => Items,
        EmulatorOperation.ReadChanges => Items with { Options = "select expand top skiptoken deltatoken" },
        EmulatorOperation.GetShare => new(QueryEntity.Share, "select expand skiptoken top")
        {
            // A share and its parts: the item behind it, the list and its entry.
            Expands =
            [
                "driveItem", "items", "permission", "root", "list", "listItem", "site", "fields", "children", "thumbnails", "versions",
                "columns", "contentTypes", "drive",
            ],
        },
        EmulatorOperation.ListSites => new(QueryEntity.Site, EveryList + " search") { Orders = ["name", "displayName", "createdDateTime"] },
        EmulatorOperation.GetSite => new(QueryEntity.Site, "select expand") { Expands = ["drive", "drives", "lists"] },
        EmulatorOperation.GetList => new(QueryEntity.List, EveryList)
        {
            Expands = ["columns", "items", "contentTypes", "drive"],
            Orders = ["name", "displayName", "createdDateTime", "lastModifiedDateTime"],
        },
        EmulatorOperation.ListListItems => new(QueryEntity.ListItem, EveryList)
        {
            Expands = ["fields", "driveItem", "versions"],
            Orders = ["id", "createdDateTime", "lastModifiedDateTime", "fields/"],
        },
        EmulatorOperation.GetListItem => new(QueryEntity.ListItem, "select expand") { Expands = ["fields", "driveItem", "versions"] },
        EmulatorOperation.ListListItemVersions => new(QueryEntity.Any, "select expand top skiptoken") { Expands = ["fields"] },
        EmulatorOperation.GetListItemVersion => new(QueryEntity.Any, "select expand") { Expands = ["fields"] },
        EmulatorOperation.ListPermissions => new(QueryEntity.Permission, "select top skiptoken"),
        EmulatorOperation.GetPermission => new(QueryEntity.Permission, "select"),
        EmulatorOperation.ListVersions or EmulatorOperation.ListColumns or EmulatorOperation.ListContentTypes
            or EmulatorOperation.ListDocumentSetVersions or EmulatorOperation.ListActivities or EmulatorOperation.ListActivityStats
            or EmulatorOperation.ListThumbnails or EmulatorOperation.GetSubscription => Entries,
        EmulatorOperation.GetVersion or EmulatorOperation.GetThumbnail or EmulatorOperation.GetDocumentSetVersion
            or EmulatorOperation.GetAnalytics or EmulatorOperation.GetRetentionLabel => One,
        _ => null,
    };

    private static QueryRules Directory(QueryEntity entity, params string[] orders)
        => new(entity, EveryList + " search") { Expands = ["manager", "drive", "members", "owners"], Orders = orders };
}
