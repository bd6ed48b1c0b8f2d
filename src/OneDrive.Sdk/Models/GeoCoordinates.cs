using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A place on the earth.</summary>
[JsonModel]
public sealed partial class GeoCoordinates
{
    /// <summary>The height above sea level, in feet.</summary>
    public double? Altitude { get; init; }

    /// <summary>The latitude, in decimal degrees; negative in the south.</summary>
    public double? Latitude { get; init; }

    /// <summary>The longitude, in decimal degrees; negative in the west.</summary>
    public double? Longitude { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
