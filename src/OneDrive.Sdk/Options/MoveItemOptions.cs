namespace OneDrive.Sdk;

/// <summary>Options for moving an item.</summary>
public sealed class MoveItemOptions
{
    /// <summary>The new name, not encoded.</summary>
    /// <value>Default: <see langword="null"/>, the name is kept.</value>
    public string? NewName { get; init; }

    /// <summary>The eTag or cTag that the item must still have, as it was received.</summary>
    /// <value>Default: <see langword="null"/>, no condition.</value>
    public string? IfMatch { get; init; }
}
