namespace OneDrive.Sdk.Emulator.State;

/// <summary>Bundles: sets of items that stay in their folders. They are children of a hidden folder.</summary>
internal sealed partial class DriveState
{
    private ItemNode? _bundles;

    public IReadOnlyList<ItemNode> Bundles => _bundles?.ListChildren() ?? [];

    public ItemNode CreateBundle(string name, bool isAlbum, IEnumerable<string> itemIds, ConflictBehavior conflict, Actor actor)
    {
        var items = itemIds.Select(id => FindById(id) ?? throw GraphError.ItemNotFound()).ToList();
        _bundles ??= Unsaved.Note(New("bundles", isFolder: true, actor));
        var bundle = CreateFolder(_bundles, name, conflict, actor);
        bundle.Bundle = new BundleState(isAlbum);
        bundle.Bundle.Items.AddRange(items);
        return bundle;
    }
}
