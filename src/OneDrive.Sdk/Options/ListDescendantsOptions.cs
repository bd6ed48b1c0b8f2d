namespace OneDrive.Sdk;

/// <summary>How everything below a folder is listed.</summary>
public sealed class ListDescendantsOptions
{
    /// <summary>
    /// The properties to return, by their names on the wire; <c>id</c>, <c>folder</c> and <c>parentReference</c> are always asked for.
    /// </summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>thumbnails</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>How many entries a page should have, 1 or more; the service may send fewer.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }

    /// <summary>How many levels are listed, 1 or more; 1 is what the folder itself holds.</summary>
    /// <value>Default: <see langword="null"/>, all levels.</value>
    public int? MaxDepth { get; init; }

    /// <summary>
    /// Is told of each folder that could not be listed, such as the locked Personal Vault or a folder without access; the listing goes on
    /// with the other folders. A folder that was deleted in the meantime does not count.
    /// </summary>
    /// <value>Default: <see langword="null"/>, an <see cref="IncompleteListingException"/> is thrown at the end.</value>
    public Action<SkippedFolder>? OnSkipped { get; init; }
}
