namespace OneDrive.Sdk;

/// <summary>Options for deleting an item.</summary>
public sealed class DeleteItemOptions
{
    /// <summary>
    /// Whether the item is deleted permanently instead of being moved to the recycle bin; OneDrive for Business and SharePoint only.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool Permanently { get; init; }

    /// <summary>The eTag or cTag that the item must still have, as it was received.</summary>
    /// <value>Default: <see langword="null"/>, no condition.</value>
    public string? IfMatch { get; init; }
}
