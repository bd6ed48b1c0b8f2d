namespace OneDrive.Sdk;

/// <summary>Options for getting a thumbnail.</summary>
public sealed class GetThumbnailOptions
{
    /// <summary>The id of the set of thumbnails; every item has one set.</summary>
    /// <value>Default: <c>0</c>.</value>
    public string ThumbnailId { get; init; } = "0";
}
