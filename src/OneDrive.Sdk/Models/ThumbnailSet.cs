namespace OneDrive.Sdk.Models;

/// <summary>The thumbnails of an item in several sizes; custom sizes are in the additional data, under their names.</summary>
[JsonModel]
public sealed partial class ThumbnailSet : Entity
{
    /// <summary>The large thumbnail, up to 800 pixels on the longer side.</summary>
    public Thumbnail? Large { get; init; }

    /// <summary>The medium thumbnail, up to 176 pixels on the longer side.</summary>
    public Thumbnail? Medium { get; init; }

    /// <summary>The small thumbnail, up to 96 pixels on the longer side.</summary>
    public Thumbnail? Small { get; init; }

    /// <summary>The custom thumbnail that a user uploaded.</summary>
    public Thumbnail? Source { get; init; }
}
