namespace OneDrive.Sdk.Emulator.State;

/// <summary>The site of a group, whose default library is the drive of the group.</summary>
internal sealed record SiteState(string Id, string Host, string Path, string DisplayName, DriveState Drive)
{
    /// <summary>The id of the library among the lists of the site.</summary>
    public string ListId => Id.Split(',')[^1];
}
