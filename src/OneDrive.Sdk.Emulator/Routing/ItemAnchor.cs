namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Where an item address starts.</summary>
internal enum ItemAnchor
{
    Root,
    Item,
    Special,
    Share,
    ListItem,
}
