namespace OneDrive.Sdk.SharePoint;

/// <summary>How the entries of a SharePoint list are listed.</summary>
public sealed class ListListItemsOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>fields(select=Color,Quantity)</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>How many entries a page should have, 1 or more; the service may send fewer.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }

    /// <summary>The order, such as <c>name asc</c>.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public string? OrderBy { get; init; }

    /// <summary>An OData filter on the entries, such as <c>fields/Quantity gt 10</c>.</summary>
    /// <value>Default: <see langword="null"/>, all entries.</value>
    public string? Filter { get; init; }
}
