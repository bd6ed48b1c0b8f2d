using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>When an activity was noticed. Not in the published schema.</summary>
[JsonModel]
public sealed partial class ItemActivityTimeSet
{
    /// <summary>When the service last recorded something about the activity.</summary>
    public DateTimeOffset? LastRecordedDateTime { get; init; }

    /// <summary>When the activity was observed on the device.</summary>
    public DateTimeOffset? ObservedDateTime { get; init; }

    /// <summary>When the service recorded the activity.</summary>
    public DateTimeOffset? RecordedDateTime { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
