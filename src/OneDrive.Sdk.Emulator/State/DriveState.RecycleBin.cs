namespace OneDrive.Sdk.Emulator.State;

/// <summary>The recycle bin. Only that of a personal drive can be reached by the API, so only that one is kept.</summary>
internal sealed partial class DriveState
{
    private readonly Dictionary<string, (ItemNode Item, ItemNode Parent)> _recycled = new(StringComparer.Ordinal);

    public ItemNode? FindRecycled(string itemId) => _recycled.GetValueOrDefault(itemId).Item;

    /// <summary>Brings an item back, with everything that was in it.</summary>
    public ItemNode Restore(string itemId, string? newParentId, string? newName)
    {
        if (!_recycled.TryGetValue(itemId, out var entry))
        {
            throw GraphError.ItemNotFound();
        }

        var parent = FindById(newParentId ?? entry.Parent.Id) ?? throw GraphError.ItemNotFound();
        EnsureFolder(parent);
        var name = newName ?? entry.Item.Name;
        NameRules.Validate(name);
        if (parent.FindChild(name) is not null)
        {
            throw GraphError.NameAlreadyExists();
        }

        _recycled.Remove(itemId);
        entry.Item.Rename(name);
        parent.Attach(entry.Item);
        foreach (var node in entry.Item.SelfAndDescendants())
        {
            _items.Add(node.Id, node);
            Changes.Changed(node);
        }

        return entry.Item;
    }

    private void Discard(ItemNode item, bool permanently)
    {
        if (Type == EmulatorDriveType.Personal && !permanently)
        {
            _recycled[item.Id] = (item, item.Parent!);
            return;
        }

        foreach (var node in item.SelfAndDescendants())
        {
            node.Content?.Delete();
            node.History.Clear();
        }
    }
}
