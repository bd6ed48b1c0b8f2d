namespace OneDrive.Sdk.SharePoint;

/// <summary>How activities are listed.</summary>
public sealed class ListActivitiesOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>thumbnails</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>How many entries a page should have, 1 or more; the service may send fewer.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }
}
