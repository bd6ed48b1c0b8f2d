using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>How everything in a drive is exchanged at once. Those who hold the drive continue holding it.</summary>
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

    /// <summary>
    /// Puts back everything that was saved, except for permissions, instead of what there is. Called under the lock of the drive.
    /// </summary>
    public void ReplaceWith(
        DriveRecord record, IReadOnlyDictionary<string, ItemRecord> items, IEnumerable<ChangeRecord> changes, ContentStore content)
    {
        var other = Restore(record, items, changes, content, _ids, _time, Unsaved.Watcher);
        DeleteContents();
        (Root, _bundles, _quota, Name, Description) = (other.Root, other._bundles, record.Quota, record.Name, record.Description);
        Exchange(_items, other._items);
        Exchange(_recycled, other._recycled);
        _listed.Clear();
        _listed.AddRange(other._listed);
        SharedItems.Clear();
        Changes.Clear();
        foreach (var change in other.Changes.From(0))
        {
            Changes.Restore(change);
        }

        Unsaved.Replaced();
    }

    private static void Exchange<T>(Dictionary<string, T> table, Dictionary<string, T> other)
    {
        table.Clear();
        foreach (var (key, value) in other)
        {
            table.Add(key, value);
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
