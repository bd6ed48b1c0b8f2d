namespace OneDrive.Sdk.Emulator.State;

/// <summary>The site of a group, whose default library is the drive of the group.</summary>
internal sealed record SiteState(string Id, string Host, string Path, GroupState Group)
{
    public string DisplayName => Group.DisplayName;

    public DriveState Drive => Group.Drive;

    /// <summary>The id of the library among the lists of the site.</summary>
    public string ListId => Id.Split(',')[^1];

    /// <summary>The library or another list, by its id or its name.</summary>
    public DriveState? FindList(string idOrName)
        => new[] { ListId, $"{Drive.Root.ListItemId}-{Drive.Id}", "Documents", "Shared Documents" }
            .Contains(idOrName, StringComparer.OrdinalIgnoreCase)
            ? Drive
            : Group.Lists.Values.FirstOrDefault(list => list.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
                || string.Equals(list.Name, idOrName, StringComparison.OrdinalIgnoreCase));
}
