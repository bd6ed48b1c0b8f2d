using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State.Snapshots;

/// <summary>
/// A drive or list as it was. Made of the records that a data folder keeps, so that nothing of an item is forgotten; the bytes of files are
/// not copied but held.
/// </summary>
internal sealed class DriveSnapshot
{
    private readonly DriveRecord _drive;
    private readonly Dictionary<string, ItemRecord> _items = new(StringComparer.Ordinal);
    private readonly List<ChangeRecord> _changes = [];
    private readonly List<StoredContent> _held;
    private readonly ChangeBranch _branch;

    private DriveSnapshot(DriveState drive)
    {
        _drive = drive.ToRecord();
        foreach (var entry in drive.SaveAll())
        {
            if (entry.Item is { } item)
            {
                _items[item.Id] = item;
            }
            else if (entry.Change is { } change)
            {
                _changes.Add(change);
            }
        }

        _held = [.. _items.Values.SelectMany(ContentsOf).OfType<StoredContent>().Select(content => content.Share())];
        _branch = drive.Changes.Branch;
        ItemCount = drive.Items.Count() - 1;
    }

    /// <summary>How many files and folders there were, without the root.</summary>
    public int ItemCount { get; }

    public static DriveSnapshot Take(DriveState drive)
    {
        lock (drive.Gate)
        {
            return new DriveSnapshot(drive);
        }
    }

    /// <summary>Makes a drive what it was. What clients learnt of it in the meantime is not true any more.</summary>
    public void PutBack(DriveState drive, ContentStore content, Func<string, UserState?> findUser)
    {
        lock (drive.Gate)
        {
            drive.ReplaceWith(_drive, _items, _changes, content);
            drive.Changes.Fork(_branch, _changes.Count);
            foreach (var item in drive.Items)
            {
                foreach (var permission in _items[item.Id].Permissions ?? [])
                {
                    item.Permissions.Add(SharePermission.Restore(permission, findUser));
                    drive.SharedItems.Add(item);
                }
            }
        }
    }

    /// <summary>Holds the bytes of files no longer.</summary>
    public void Release()
    {
        _held.ForEach(content => content.Delete());
        _held.Clear();
    }

    private static IEnumerable<StoredContent?> ContentsOf(ItemRecord item) =>
        (item.EarlierVersions ?? []).Select(version => version.Content.Live).Append(item.Content?.Live).Append(item.ThumbnailSource?.Live);
}
