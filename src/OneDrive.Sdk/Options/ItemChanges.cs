namespace OneDrive.Sdk;

/// <summary>What changes of an item; what is null stays.</summary>
public sealed class ItemChanges
{
    /// <summary>The new name, not encoded.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public string? Name { get; init; }

    /// <summary>The new description; personal drives only.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public string? Description { get; init; }

    /// <summary>The new times of the file on the user's machine.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public FileSystemTimes? Times { get; init; }
}
