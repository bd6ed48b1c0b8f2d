using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Says what a video or audio file is about.</summary>
[JsonModel]
public sealed partial class MediaSource
{
    /// <summary>The category of the content.</summary>
    public MediaSourceContentCategory? ContentCategory { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
