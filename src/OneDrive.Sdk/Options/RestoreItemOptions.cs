namespace OneDrive.Sdk;

/// <summary>Options for restoring a deleted item.</summary>
public sealed class RestoreItemOptions
{
    /// <summary>The new name, not encoded.</summary>
    /// <value>Default: <see langword="null"/>, the original name.</value>
    public string? NewName { get; init; }

    /// <summary>The id of the destination folder.</summary>
    /// <value>Default: <see langword="null"/>, the original folder.</value>
    public string? NewParentId { get; init; }
}
