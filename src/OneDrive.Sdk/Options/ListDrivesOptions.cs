namespace OneDrive.Sdk;

/// <summary>Options for listing drives.</summary>
public sealed class ListDrivesOptions
{
    /// <summary>The properties to return, by JSON name, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>root</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>The order, such as <c>name</c> or <c>lastModifiedDateTime desc</c>.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public string? OrderBy { get; init; }

    /// <summary>The page size, 1 or more; the service may return fewer entries.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses (200 for children).</value>
    public int? PageSize { get; init; }
}
