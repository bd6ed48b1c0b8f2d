namespace OneDrive.Sdk;

/// <summary>How an item is moved.</summary>
public sealed class MoveItemOptions
{
    /// <summary>The name it gets at its new place, not encoded.</summary>
    /// <value>Default: <see langword="null"/>, it keeps its name.</value>
    public string? NewName { get; init; }

    /// <summary>The eTag or cTag that the item must still have, as it was received.</summary>
    /// <value>Default: <see langword="null"/>, no condition.</value>
    public string? IfMatch { get; init; }
}
