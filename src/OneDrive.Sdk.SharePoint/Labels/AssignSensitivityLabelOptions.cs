namespace OneDrive.Sdk.SharePoint;

/// <summary>Options for assigning a sensitivity label.</summary>
public sealed class AssignSensitivityLabelOptions
{
    /// <summary>The assignment method.</summary>
    /// <value>Default: <see langword="null"/>, <see cref="SensitivityLabelAssignmentMethod.Standard"/>.</value>
    public SensitivityLabelAssignmentMethod? AssignmentMethod { get; init; }

    /// <summary>The justification for lowering or removing a label, where the organization requires one.</summary>
    /// <value>Default: <see langword="null"/>, no reason is given.</value>
    public string? JustificationText { get; init; }
}
