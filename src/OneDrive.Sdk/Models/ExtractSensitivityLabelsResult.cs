using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>The sensitivity labels that the service found in a file.</summary>
public sealed class ExtractSensitivityLabelsResult
{
    /// <summary>The labels.</summary>
    public IReadOnlyList<SensitivityLabelAssignment> Labels { get => field ?? []; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalData { get; internal set; }
}
