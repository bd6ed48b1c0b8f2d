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
}
