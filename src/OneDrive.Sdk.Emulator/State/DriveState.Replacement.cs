namespace OneDrive.Sdk.Emulator.State;

/// <summary>How everything in a drive is exchanged at once. Those who hold the drive go on holding it.</summary>
internal sealed partial class DriveState
{
    /// <summary>Removes everything, with the bytes of files and the history.</summary>
    public void Empty()
    {
        lock (Gate)
        {
            DeleteContents();
            _items.Clear();
            _listed.Clear();
            _recycled.Clear();
            SharedItems.Clear();
            _bundles = null;
            Changes.Clear();
            Root = New("root", isFolder: true, Owner);
            Changes.Changed(Root);
            Unsaved.Replaced();
        }
    }

    private void DeleteContents()
    {
        var items = Root.SelfAndDescendants()
            .Concat(_bundles?.SelfAndDescendants() ?? [])
            .Concat(_recycled.Values.SelectMany(entry => entry.Item.SelfAndDescendants()));
        foreach (var item in items)
        {
            item.Content?.Delete();
            item.ThumbnailSource?.Delete();
            item.History.Clear();
        }
    }
}
