namespace OneDrive.Sdk;

/// <summary>Options for searching items.</summary>
public sealed class SearchOptions
{
    /// <summary>The properties to return, by JSON name, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>thumbnails</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>The page size, 1 or more; the service may return fewer entries.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }

    /// <summary>The order, such as <c>name asc</c>.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public string? OrderBy { get; init; }

    /// <summary>An OData filter on the entries, such as <c>file ne null</c>.</summary>
    /// <value>Default: <see langword="null"/>, all entries.</value>
    public string? Filter { get; init; }
}
