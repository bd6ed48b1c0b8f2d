namespace OneDrive.Sdk.SharePoint;

/// <summary>The body that gives a file a sensitivity label; an empty id takes the label away.</summary>
[JsonRequest]
internal sealed partial class AssignSensitivityLabelRequest
{
    public required string SensitivityLabelId { get; init; }

    public SensitivityLabelAssignmentMethod? AssignmentMethod { get; init; }

    public string? JustificationText { get; init; }
}
