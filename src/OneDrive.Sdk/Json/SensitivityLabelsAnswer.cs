using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Json;

/// <summary>Found labels as the documentation shows them, wrapped once more, or as the metadata has them.</summary>
[JsonModel]
internal sealed partial class SensitivityLabelsAnswer
{
    public ExtractSensitivityLabelsResult? Value { get; init; }

    public IReadOnlyList<SensitivityLabelAssignment> Labels { get => field ?? []; init; }

    internal ExtractSensitivityLabelsResult ToResult() => Value ?? new ExtractSensitivityLabelsResult { Labels = Labels };
}
