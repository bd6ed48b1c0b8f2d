namespace OneDrive.Sdk;

/// <summary>Where a deleted item comes back, and under which name.</summary>
public sealed class RestoreItemOptions
{
    /// <summary>The name it gets, not encoded.</summary>
    /// <value>Default: <see langword="null"/>, its old name.</value>
    public string? NewName { get; init; }

    /// <summary>The id of the folder that will hold it.</summary>
    /// <value>Default: <see langword="null"/>, the folder that held it.</value>
    public string? NewParentId { get; init; }
}
