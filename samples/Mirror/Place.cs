namespace OneDrive.Sdk.Mirror;

/// <summary>Where the local file or folder of an item is.</summary>
internal enum Place
{
    /// <summary>There is none yet.</summary>
    None = 0,

    /// <summary>In its folder, under its name.</summary>
    Placed = 1,

    /// <summary>In the staging folder, under the number of the item.</summary>
    Staged = 2,

    /// <summary>On its way from the staging folder to its place.</summary>
    Moving = 3,
}
