using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A place to which a large file is sent piece by piece.</summary>
[JsonModel]
internal sealed partial class UploadSession
{
    /// <summary>When the service gives the session up; every accepted piece puts it off.</summary>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>The byte ranges that the service still lacks, as "first-last" or "first-"; null when it does not say.</summary>
    public IReadOnlyList<string>? NextExpectedRanges { get; init; }

    /// <summary>The address that takes the pieces; it needs no sign-in and is a secret.</summary>
    public string? UploadUrl { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
