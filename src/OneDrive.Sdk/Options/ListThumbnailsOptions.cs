namespace OneDrive.Sdk;

/// <summary>Which thumbnails are listed.</summary>
public sealed class ListThumbnailsOptions
{
    /// <summary>The sizes to return.</summary>
    /// <value>Default: empty, small, medium and large.</value>
    public IReadOnlyList<ThumbnailSize> Sizes { get; init; } = [];

    /// <summary>Whether pictures stay as the camera held them, not turned upright; personal drives only.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool OriginalOrientation { get; init; }
}
