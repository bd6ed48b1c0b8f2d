namespace OneDrive.Sdk;

/// <summary>How users and groups are listed.</summary>
public sealed class ListDirectoryOptions
{
    /// <summary>How many entries a page should have, 1 or more; the service may send fewer.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses (200 for children).</value>
    public int? PageSize { get; init; }
}
