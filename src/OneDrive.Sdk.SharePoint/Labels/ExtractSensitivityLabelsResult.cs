using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>The sensitivity labels that the service found in a file.</summary>
[JsonModel]
public sealed partial class ExtractSensitivityLabelsResult
{
    /// <summary>The labels.</summary>
    public IReadOnlyList<SensitivityLabelAssignment> Labels { get => field ?? []; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
