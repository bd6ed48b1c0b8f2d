using System.Globalization;

namespace OneDrive.Sdk;

/// <summary>The size of a thumbnail, see https://learn.microsoft.com/graph/api/driveitem-list-thumbnails.</summary>
/// <param name="Value">The name in JSON.</param>
public readonly record struct ThumbnailSize(string Value)
{
    /// <summary>Up to 96 pixels on the longer side.</summary>
    public static ThumbnailSize Small { get; } = new("small");

    /// <summary>Up to 176 pixels on the longer side.</summary>
    public static ThumbnailSize Medium { get; } = new("medium");

    /// <summary>Up to 800 pixels on the longer side.</summary>
    public static ThumbnailSize Large { get; } = new("large");

    /// <summary>A small square, cut out of the picture.</summary>
    public static ThumbnailSize SmallSquare { get; } = new("smallSquare");

    /// <summary>A medium square, cut out of the picture.</summary>
    public static ThumbnailSize MediumSquare { get; } = new("mediumSquare");

    /// <summary>A large square, cut out of the picture.</summary>
    public static ThumbnailSize LargeSquare { get; } = new("largeSquare");

    /// <summary>A custom size.</summary>
    /// <param name="width">The width in pixels, 1 or more.</param>
    /// <param name="height">The height in pixels, 1 or more.</param>
    /// <param name="crop">Whether the picture is cut to fill the size; otherwise it fits into it.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public static ThumbnailSize Custom(int width, int height, bool crop = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return new(string.Create(CultureInfo.InvariantCulture, $"c{width}x{height}{(crop ? "_crop" : "")}"));
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
