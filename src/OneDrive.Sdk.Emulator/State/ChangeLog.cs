namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// What happened in a drive, in order; the number of an entry is a position to read on from. An older entry of an item that has a newer one
/// is ignored, so that an item stands where it changed last. Guarded by the lock of the drive.
/// </summary>
internal sealed class ChangeLog(TimeProvider time)
{
    private readonly List<ChangeEntry> _entries = [];
    private int _lastBranch;
    private readonly Dictionary<string, long> _newest = new(StringComparer.Ordinal);

    /// <summary>Called for each changed item.</summary>
    public Action<ItemNode>? Appended { get; set; }

    /// <summary>The position behind the newest entry.</summary>
    public long Position => _entries.Count;

    /// <summary>The entries behind a position, all of them.</summary>
    public IReadOnlyList<ChangeEntry> From(long position) => _entries.GetRange((int)position, _entries.Count - (int)position);

    /// <summary>The history that the positions belong to.</summary>
    public ChangeBranch Branch { get; private set; } = ChangeBranch.First;

    /// <summary>Continues from a position of an earlier history.</summary>
    public void Fork(ChangeBranch from, long position) => Branch = from.Fork(++_lastBranch, position);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _entries.Clear();
        _newest.Clear();
    }

    /// <summary>Puts back an entry that was saved.</summary>
    public void Restore(ChangeEntry entry)
    {
        _entries.Add(entry);
        if (entry.Kind != ChangeKind.Left)
        {
            _newest[entry.Item.Id] = entry.Sequence;
        }
    }

    public void Changed(ItemNode item) => Add(ChangeKind.Changed, item, item.Parent);

    public void Shared(ItemNode item) => Add(ChangeKind.Shared, item, item.Parent);

    /// <summary>Notes an item and everything below it, before they are taken out of the tree.</summary>
    public void Deleted(ItemNode item)
    {
        foreach (var node in item.SelfAndDescendants())
        {
            Add(ChangeKind.Deleted, node, node.Parent);
        }
    }

    /// <summary>
    /// Notes that an item moved: readers of its former folders see it and everything below it leave, those of its new ones see it arrive.
    /// </summary>
    public void Moved(ItemNode item, ItemNode oldParent)
    {
        var left = FolderIds(oldParent).Except(FolderIds(item.Parent), StringComparer.Ordinal).ToList();
        foreach (var node in item.SelfAndDescendants())
        {
            if (left.Count > 0)
            {
                node.Watch();
                _entries.Add(new ChangeEntry(Position + 1, time.GetUtcNow(), ChangeKind.Left, node, oldParent.Id, left));
            }

            Changed(node);
        }
    }

    /// <summary>The position of everything that happened until this time.</summary>
    public long PositionAt(DateTimeOffset instant)
    {
        var index = _entries.FindLastIndex(entry => entry.Time <= instant);
        return index + 1;
    }

    /// <summary>When the item changed last, as a position.</summary>
    public long NewestOf(ItemNode item) => _newest.GetValueOrDefault(item.Id);

    /// <summary>The entries behind a position that concern a folder and everything below it.</summary>
    /// <param name="scope">The folder.</param>
    /// <param name="position">Where to start.</param>
    /// <param name="baseline">The position up to which deletions need not be reported.</param>
    public IEnumerable<ChangeEntry> Read(ItemNode scope, long position, long baseline)
        => _entries.Skip((int)position).Where(entry => entry.Kind switch
        {
            ChangeKind.Left => entry.Sequence > baseline && entry.FolderIds.Contains(scope.Id, StringComparer.Ordinal),
            ChangeKind.Deleted => entry.Sequence > baseline
                && IsNewest(entry)
                && entry.FolderIds.Contains(scope.Id, StringComparer.Ordinal),
            _ => IsNewest(entry) && entry.Item.IsWithin(scope),
        });

    private bool IsNewest(ChangeEntry entry) => _newest[entry.Item.Id] == entry.Sequence;

    private void Add(ChangeKind kind, ItemNode item, ItemNode? parent)
    {
        var folders = kind == ChangeKind.Deleted ? FolderIds(parent) : [];
        _entries.Add(new ChangeEntry(Position + 1, time.GetUtcNow(), kind, item, parent?.Id, folders));
        _newest[item.Id] = Position;
        item.Watch();
        Appended?.Invoke(item);
    }

    private static List<string> FolderIds(ItemNode? folder)
    {
        var ids = new List<string>();
        for (; folder is not null; folder = folder.Parent)
        {
            ids.Add(folder.Id);
        }

        return ids;
    }
}
