namespace OneDrive.Sdk.Emulator.State;

/// <summary>Lists that are not libraries: their entries have values and no files.</summary>
internal sealed partial class DriveState
{
    /// <summary>Whether the list holds files; every drive does.</summary>
    public bool IsLibrary { get; init; } = true;

    /// <summary>Adds an entry; its number is its name.</summary>
    public ItemNode AddEntry(Actor actor)
    {
        var entry = New(Guid.NewGuid().ToString(), isFolder: false, actor);
        Root.Attach(entry);
        entry.Rename(entry.ListItemId + "_.000");
        Changes.Changed(entry);
        return entry;
    }
}
