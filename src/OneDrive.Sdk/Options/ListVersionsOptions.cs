namespace OneDrive.Sdk;

/// <summary>Options for listing the versions of a file.</summary>
public sealed class ListVersionsOptions
{
    /// <summary>The properties to return, by their names in JSON, such as <c>id</c> and <c>size</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>The page size, 1 or more; the service may return fewer entries.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }
}
