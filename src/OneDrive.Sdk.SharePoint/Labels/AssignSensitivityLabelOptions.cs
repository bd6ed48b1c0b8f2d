namespace OneDrive.Sdk.SharePoint;

/// <summary>How a sensitivity label is assigned.</summary>
public sealed class AssignSensitivityLabelOptions
{
    /// <summary>On what grounds the label is assigned.</summary>
    /// <value>Default: <see langword="null"/>, <see cref="SensitivityLabelAssignmentMethod.Standard"/>.</value>
    public SensitivityLabelAssignmentMethod? AssignmentMethod { get; init; }

    /// <summary>Why a label is lowered or removed, where the organisation wants to know.</summary>
    /// <value>Default: <see langword="null"/>, no reason is given.</value>
    public string? JustificationText { get; init; }
}
