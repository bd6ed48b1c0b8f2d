using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What the service read from a video.</summary>
[JsonModel]
public sealed partial class VideoFacet
{
    /// <summary>The number of bits per audio sample.</summary>
    public int? AudioBitsPerSample { get; init; }

    /// <summary>The number of audio channels.</summary>
    public int? AudioChannels { get; init; }

    /// <summary>The audio format, such as AAC.</summary>
    public string? AudioFormat { get; init; }

    /// <summary>The number of audio samples per second.</summary>
    public int? AudioSamplesPerSecond { get; init; }

    /// <summary>The bit rate, in bits per second.</summary>
    public int? Bitrate { get; init; }

    /// <summary>The duration, in milliseconds.</summary>
    public long? Duration { get; init; }

    /// <summary>The four-character code of the format.</summary>
    public string? FourCC { get; init; }

    /// <summary>The number of frames per second.</summary>
    public double? FrameRate { get; init; }

    /// <summary>The height, in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The width, in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
