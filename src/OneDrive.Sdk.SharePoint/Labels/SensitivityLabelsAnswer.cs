using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>Found labels as the documentation shows them, wrapped once more, or as the metadata has them.</summary>
[JsonModel]
internal sealed partial class SensitivityLabelsAnswer : IReadableModel<SensitivityLabelsAnswer>
{
    public ExtractSensitivityLabelsResult? Value { get; init; }

    public IReadOnlyList<SensitivityLabelAssignment> Labels { get => field ?? []; init; }

    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }

    static SensitivityLabelsAnswer IReadableModel<SensitivityLabelsAnswer>.Read(ref ModelReader reader) => Read(ref reader);

    void IJsonModel.Write(Utf8JsonWriter writer) => ((IJsonModel)ToResult()).Write(writer);

    internal ExtractSensitivityLabelsResult ToResult() => Value ?? new ExtractSensitivityLabelsResult { Labels = Labels };
}
