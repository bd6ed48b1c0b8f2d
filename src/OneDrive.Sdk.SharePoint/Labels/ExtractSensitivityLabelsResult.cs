using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The sensitivity labels that the service found in a file.</summary>
[JsonModel]
public sealed partial class ExtractSensitivityLabelsResult
{
    /// <summary>The labels.</summary>
    public IReadOnlyList<SensitivityLabelAssignment> Labels { get => field ?? []; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
