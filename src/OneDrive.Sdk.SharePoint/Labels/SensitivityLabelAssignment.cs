using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>A sensitivity label on a file.</summary>
[JsonModel]
public sealed partial class SensitivityLabelAssignment
{
    /// <summary>How the label came to the file.</summary>
    public SensitivityLabelAssignmentMethod? AssignmentMethod { get; init; }

    /// <summary>The id of the label.</summary>
    public string? SensitivityLabelId { get; init; }

    /// <summary>The tenant that defines the label.</summary>
    public string? TenantId { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
