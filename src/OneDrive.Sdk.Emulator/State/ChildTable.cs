namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// The children of a folder: by name, and in the order of their names. Once a user requested the order it is kept up with each change, so
/// that neither a page of a large folder nor a change in it costs more than in a small one.
/// </summary>
internal sealed class ChildTable
{
    private static readonly Comparer<ItemNode> ByName =
        Comparer<ItemNode>.Create((one, other) => StringComparer.OrdinalIgnoreCase.Compare(one.Name, other.Name));

    private readonly Dictionary<string, ItemNode> _byName = new(StringComparer.OrdinalIgnoreCase);
    private List<ItemNode>? _inOrder;

    public int Count => _byName.Count;

    public IReadOnlyList<ItemNode> InOrder => _inOrder ??= [.. _byName.Values.Order(ByName)];

    public ItemNode? Find(string name) => _byName.GetValueOrDefault(name);

    public void Add(ItemNode child)
    {
        _byName.Add(child.Name, child);
        _inOrder?.Insert(~_inOrder.BinarySearch(child, ByName), child);
    }

    public void Remove(ItemNode child)
    {
        _byName.Remove(child.Name);
        _inOrder?.RemoveAt(_inOrder.BinarySearch(child, ByName));
    }
}
