namespace OneDrive.Sdk;

/// <summary>Options for listing everything below a folder.</summary>
public sealed class ListDescendantsOptions
{
    /// <summary>The properties to return, by JSON name; <c>id</c>, <c>folder</c> and <c>parentReference</c> are always requested.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>thumbnails</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>The page size, 1 or more; the service may return fewer entries.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }

    /// <summary>How many levels to list, 1 or more; 1 lists the children of the folder only.</summary>
    /// <value>Default: <see langword="null"/>, all levels.</value>
    public int? MaxDepth { get; init; }

    /// <summary>
    /// Called for each folder that could not be listed, such as the locked Personal Vault or a folder without access; the listing continues
    /// with the other folders. It is not called for folders that were deleted in the meantime.
    /// </summary>
    /// <value>Default: <see langword="null"/>, an <see cref="IncompleteListingException"/> is thrown at the end.</value>
    public Action<SkippedFolder>? OnSkipped { get; init; }
}
