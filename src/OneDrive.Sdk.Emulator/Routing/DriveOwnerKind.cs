namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>How a drive is named in a path.</summary>
internal enum DriveOwnerKind
{
    Me,
    User,
    Group,
    ById,
    Site,
    Share,

    /// <summary>A list of a site, with entries for its content.</summary>
    List,

    /// <summary>The files of a list of a site, if it is a library.</summary>
    Library,
}
