using System.Globalization;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>How a drive is saved.</summary>
internal sealed partial class DriveState
{
    private DriveState(DriveRecord record, ItemNode root, IdSource ids, TimeProvider time)
    {
        (Id, Type, _quota, Owner, WebUrlPath, _ids, _time) = (
            record.Id, record.Type, record.Quota, record.Owner, record.WebUrlPath, ids, time);
        (Root, Changes) = (root, new ChangeLog(time));
        Unsaved = new UnsavedChanges(this);
    }

    public UnsavedChanges Unsaved { get; }

    public IEnumerable<ItemNode> Items => _items.Values;

    public DriveRecord ToRecord() => new()
    {
        Id = Id,
        Type = Type,
        Quota = Quota,
        Owner = Owner,
        WebUrlPath = WebUrlPath,
        Name = Name,
        Description = Description,
        IsPlainList = !IsLibrary,
        RootId = Root.Id,
        BundlesId = _bundles?.Id,
    };

    public ItemRecord ToRecord(ItemNode item) => item.ToRecord(Id, _recycled.GetValueOrDefault(item.Id).Parent?.Id);

    public ChangeRecord ToRecord(ChangeEntry entry) => new()
    {
        DriveId = Id,
        Sequence = entry.Sequence,
        Time = entry.Time,
        Kind = entry.Kind,
        ItemId = entry.Item.Id,
        ParentId = entry.ParentId,
        FolderIds = entry.FolderIds.Count > 0 ? entry.FolderIds : null,
    };

    /// <summary>Everything there is to save, whether it was saved before or not. Called under the lock of the drive.</summary>
    public IEnumerable<StateEntry> SaveAll()
    {
        var items = _items.Values
            .Concat(_recycled.Values.SelectMany(entry => entry.Item.SelfAndDescendants()))
            .Concat(Changes.From(0).Select(entry => entry.Item))
            .ToHashSet();
        return items.Select(item => new StateEntry { Item = ToRecord(item) })
            .Concat(Changes.From(0).Select(entry => new StateEntry { Change = ToRecord(entry) }))
            .Prepend(new StateEntry { Drive = ToRecord() });
    }

    /// <summary>Puts a drive together again, except for permissions, which need the users first.</summary>
    public static DriveState Restore(
        DriveRecord record,
        IReadOnlyDictionary<string, ItemRecord> items,
        IEnumerable<ChangeRecord> changes,
        ContentStore content,
        IdSource ids,
        TimeProvider time,
        Action<ItemNode>? watcher = null)
    {
        DriveState? drive = null;
        void Watch(ItemNode item) => drive!.Unsaved.Watcher(item);
        var nodes = items.Values.ToDictionary(item => item.Id, item => ItemNode.Restore(item, watcher ?? Watch), StringComparer.Ordinal);
        drive = new DriveState(record, nodes[record.RootId], ids, time)
        {
            IsLibrary = !record.IsPlainList,
            Name = record.Name,
            Description = record.Description,
            _bundles = record.BundlesId is { } bundles ? nodes[bundles] : null,
        };
        foreach (var item in items.Values.Where(item => item.ParentId is not null))
        {
            nodes[item.ParentId!].RestoreChild(nodes[item.Id]);
        }

        foreach (var item in items.Values.Where(item => item.RecycledFromId is not null))
        {
            drive._recycled[item.Id] = (nodes[item.Id], nodes[item.RecycledFromId!]);
        }

        drive.RestoreLive(items, nodes, content);
        drive.RestoreNumbers(nodes.Values);
        foreach (var change in changes)
        {
            drive.Changes.Restore(new ChangeEntry(
                change.Sequence, change.Time, change.Kind, nodes[change.ItemId], change.ParentId, change.FolderIds ?? []));
        }

        return drive;
    }

    // Of some items nothing is left, but their numbers are not given again.
    private void RestoreNumbers(IReadOnlyCollection<ItemNode> nodes)
    {
        foreach (var node in nodes)
        {
            var number = int.Parse(node.ListItemId, CultureInfo.InvariantCulture);
            while (_listed.Count < number)
            {
                _listed.Add(null);
            }

            _listed[number - 1] = node;
        }
    }

    private void RestoreLive(IReadOnlyDictionary<string, ItemRecord> items, Dictionary<string, ItemNode> nodes, ContentStore content)
    {
        var live = _bundles is null ? Root.SelfAndDescendants() : Root.SelfAndDescendants().Concat(_bundles.SelfAndDescendants());
        foreach (var node in live)
        {
            _items.Add(node.Id, node);
        }

        foreach (var node in _items.Values.Concat(_recycled.Values.SelectMany(entry => entry.Item.SelfAndDescendants())))
        {
            node.RestoreContent(items[node.Id], content);
            node.DocumentSets.AddRange((items[node.Id].DocumentSets ?? []).Select(state => DocumentSetState.Restore(state, nodes)));
            if (items[node.Id].Bundle is { } bundle)
            {
                node.Bundle = new BundleState(bundle.IsAlbum);
                node.Bundle.Items.AddRange(bundle.ItemIds.Where(nodes.ContainsKey).Select(id => nodes[id]));
            }
        }
    }
}
