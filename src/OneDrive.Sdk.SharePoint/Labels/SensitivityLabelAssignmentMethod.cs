using System.Text.Json.Serialization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>How a sensitivity label came to a file.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<SensitivityLabelAssignmentMethod>))]
public readonly record struct SensitivityLabelAssignmentMethod(string Value) : IOpenValue<SensitivityLabelAssignmentMethod>
{
    /// <summary>The label was applied by choice or by default.</summary>
    public static SensitivityLabelAssignmentMethod Standard { get; } = new("standard");

    /// <summary>The label was applied by a user with special permissions.</summary>
    public static SensitivityLabelAssignmentMethod Privileged { get; } = new("privileged");

    /// <summary>The label was applied by a rule.</summary>
    public static SensitivityLabelAssignmentMethod Auto { get; } = new("auto");

    static SensitivityLabelAssignmentMethod IOpenValue<SensitivityLabelAssignmentMethod>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
