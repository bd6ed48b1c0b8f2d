namespace OneDrive.Sdk.Emulator.State;

/// <summary>What a bundle holds.</summary>
internal sealed class BundleState(bool isAlbum)
{
    public bool IsAlbum { get; } = isAlbum;

    public List<ItemNode> Items { get; } = [];
}
