using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A change of content that the service has accepted and not yet carried out.</summary>
[JsonModel]
public sealed partial class PendingContentUpdate
{
    /// <summary>When the change was accepted.</summary>
    public DateTimeOffset? QueuedDateTime { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
