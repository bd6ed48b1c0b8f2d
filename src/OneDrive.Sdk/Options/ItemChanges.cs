namespace OneDrive.Sdk;

/// <summary>Changes of an item. Properties that are null stay unchanged.</summary>
public sealed class ItemChanges
{
    /// <summary>The new name, not encoded.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public string? Name { get; init; }

    /// <summary>The new description; supported on personal drives only.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public string? Description { get; init; }

    /// <summary>The new file times on the machine of the user.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public FileSystemTimes? Times { get; init; }
}
