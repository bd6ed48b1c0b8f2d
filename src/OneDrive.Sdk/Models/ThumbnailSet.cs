namespace OneDrive.Sdk.Models;

/// <summary>The small pictures of an item, in several sizes; sizes made to order are in the additional data, under their names.</summary>
[JsonModel]
public sealed partial class ThumbnailSet : Entity
{
    /// <summary>The large picture, up to 800 pixels on the longer side.</summary>
    public Thumbnail? Large { get; init; }

    /// <summary>The medium picture, up to 176 pixels on the longer side.</summary>
    public Thumbnail? Medium { get; init; }

    /// <summary>The small picture, up to 96 pixels on the longer side.</summary>
    public Thumbnail? Small { get; init; }

    /// <summary>The picture that somebody uploaded in place of the made ones.</summary>
    public Thumbnail? Source { get; init; }
}
