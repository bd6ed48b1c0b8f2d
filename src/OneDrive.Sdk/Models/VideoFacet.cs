using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What the service read from a video.</summary>
[JsonModel]
public sealed partial class VideoFacet
{
    /// <summary>How many bits a sample of the sound has.</summary>
    public int? AudioBitsPerSample { get; init; }

    /// <summary>How many channels the sound has.</summary>
    public int? AudioChannels { get; init; }

    /// <summary>The format of the sound, such as AAC.</summary>
    public string? AudioFormat { get; init; }

    /// <summary>How many samples of the sound a second has.</summary>
    public int? AudioSamplesPerSecond { get; init; }

    /// <summary>The bit rate, in bits per second.</summary>
    public int? Bitrate { get; init; }

    /// <summary>The playing time, in milliseconds.</summary>
    public long? Duration { get; init; }

    /// <summary>The four-character code of the format.</summary>
    public string? FourCC { get; init; }

    /// <summary>How many frames a second has.</summary>
    public double? FrameRate { get; init; }

    /// <summary>The height, in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The width, in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
