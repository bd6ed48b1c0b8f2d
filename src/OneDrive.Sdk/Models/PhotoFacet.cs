using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>How a photo was taken.</summary>
[JsonModel]
public sealed partial class PhotoFacet
{
    /// <summary>The manufacturer of the camera.</summary>
    public string? CameraMake { get; init; }

    /// <summary>The model of the camera.</summary>
    public string? CameraModel { get; init; }

    /// <summary>The denominator of the exposure time, in seconds.</summary>
    public double? ExposureDenominator { get; init; }

    /// <summary>The numerator of the exposure time, in seconds.</summary>
    public double? ExposureNumerator { get; init; }

    /// <summary>The f-number of the aperture.</summary>
    public double? FNumber { get; init; }

    /// <summary>The focal length, in millimetres.</summary>
    public double? FocalLength { get; init; }

    /// <summary>The film speed in the ISO scale.</summary>
    public int? Iso { get; init; }

    /// <summary>How the picture has to be turned, as the Exif values 1 to 8.</summary>
    public int? Orientation { get; init; }

    /// <summary>When the photo was taken, by the clock of the camera.</summary>
    public DateTimeOffset? TakenDateTime { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
