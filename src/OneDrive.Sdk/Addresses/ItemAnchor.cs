namespace OneDrive.Sdk.Addresses;

/// <summary>The item from which the path of an address starts.</summary>
internal enum ItemAnchor
{
    /// <summary>The root folder of the drive.</summary>
    Root,

    /// <summary>An item by its id.</summary>
    Item,

    /// <summary>A folder by its purpose.</summary>
    Special,

    /// <summary>The item that a sharing link points to.</summary>
    Share,

    /// <summary>An entry of a list of a site.</summary>
    ListItem,
}
