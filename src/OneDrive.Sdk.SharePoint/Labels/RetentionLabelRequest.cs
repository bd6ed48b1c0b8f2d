namespace OneDrive.Sdk.SharePoint;

/// <summary>The body that sets a retention label, or locks and unlocks the record; what is null is not sent.</summary>
[JsonRequest]
internal sealed partial class RetentionLabelRequest
{
    public string? Name { get; init; }

    public RetentionSettingsRequest? RetentionSettings { get; init; }
}
