using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A place to which a large file is sent piece by piece.</summary>
[JsonModel]
internal sealed partial class UploadSession
{
    /// <summary>When the session expires; every accepted fragment extends it.</summary>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>The byte ranges that the service has not received, as "first-last" or "first-"; null if not specified.</summary>
    public IReadOnlyList<string>? NextExpectedRanges { get; init; }

    /// <summary>The upload URL; it is pre-authenticated and is a secret.</summary>
    public string? UploadUrl { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
