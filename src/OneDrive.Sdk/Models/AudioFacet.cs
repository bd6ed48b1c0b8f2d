using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What the service read from the tags of an audio file.</summary>
[JsonModel]
public sealed partial class AudioFacet
{
    /// <summary>The title of the album.</summary>
    public string? Album { get; init; }

    /// <summary>The artist of the whole album.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The artist of this recording.</summary>
    public string? Artist { get; init; }

    /// <summary>The bit rate, in kilobits per second.</summary>
    public long? Bitrate { get; init; }

    /// <summary>The composers, as one text.</summary>
    public string? Composers { get; init; }

    /// <summary>The copyright notice.</summary>
    public string? Copyright { get; init; }

    /// <summary>The number of the disc within the album.</summary>
    public int? Disc { get; init; }

    /// <summary>How many discs the album has.</summary>
    public int? DiscCount { get; init; }

    /// <summary>The duration, in milliseconds.</summary>
    public long? Duration { get; init; }

    /// <summary>The genre.</summary>
    public string? Genre { get; init; }

    /// <summary>Whether the file is protected by digital rights management.</summary>
    public bool? HasDrm { get; init; }

    /// <summary>Whether the bit rate varies within the file.</summary>
    public bool? IsVariableBitrate { get; init; }

    /// <summary>The title of the recording.</summary>
    public string? Title { get; init; }

    /// <summary>The number of the track on its disc.</summary>
    public int? Track { get; init; }

    /// <summary>How many tracks the disc has.</summary>
    public int? TrackCount { get; init; }

    /// <summary>The year of the recording.</summary>
    public int? Year { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
