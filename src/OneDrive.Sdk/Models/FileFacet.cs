using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Marks an item as a file.</summary>
[JsonModel]
public sealed partial class FileFacet
{
    /// <summary>Hashes of the content, as far as the service has computed them.</summary>
    public Hashes? Hashes { get; init; }

    /// <summary>The media type, as the service derived it from the content and the name.</summary>
    [Repeats]
    public string? MimeType { get; init; }

    /// <summary>Whether the service is still reading metadata out of the content.</summary>
    public bool? ProcessingMetadata { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
