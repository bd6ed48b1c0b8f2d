namespace OneDrive.Sdk;

/// <summary>Changes of a drive. Properties that are null stay unchanged.</summary>
public sealed class DriveChanges
{
    /// <summary>The new name.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public string? Name { get; init; }

    /// <summary>The new description.</summary>
    /// <value>Default: <see langword="null"/>, unchanged.</value>
    public string? Description { get; init; }
}
