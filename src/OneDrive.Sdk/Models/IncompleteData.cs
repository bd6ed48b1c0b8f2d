using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>Says why statistics are not complete.</summary>
[JsonModel]
public sealed partial class IncompleteData
{
    /// <summary>The start of the recorded data.</summary>
    public DateTimeOffset? MissingDataBeforeDateTime { get; init; }

    /// <summary>Whether data are missing because the service was too busy to record them.</summary>
    public bool? WasThrottled { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
