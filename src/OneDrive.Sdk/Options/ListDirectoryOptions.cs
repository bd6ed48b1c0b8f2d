namespace OneDrive.Sdk;

/// <summary>Options for listing users and groups.</summary>
public sealed class ListDirectoryOptions
{
    /// <summary>The page size, 1 or more; the service may return fewer entries.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses (200 for children).</value>
    public int? PageSize { get; init; }
}
