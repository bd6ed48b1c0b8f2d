namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>What kind of thing a path names.</summary>
internal enum GraphResource
{
    Unknown,
    Users,
    User,
    Groups,
    Group,
    Drives,
    Drive,
    Item,
    Share,
    Sites,
    Site,
    List,
}
