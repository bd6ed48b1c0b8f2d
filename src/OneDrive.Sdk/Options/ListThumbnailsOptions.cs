namespace OneDrive.Sdk;

/// <summary>Options for listing thumbnails.</summary>
public sealed class ListThumbnailsOptions
{
    /// <summary>The sizes to return.</summary>
    /// <value>Default: empty, small, medium and large.</value>
    public IReadOnlyList<ThumbnailSize> Sizes { get; init; } = [];

    /// <summary>Whether thumbnails keep the original orientation of the camera; supported on personal drives only.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool OriginalOrientation { get; init; }
}
