namespace OneDrive.Sdk.Requests;

/// <summary>The body that sets a retention label, or locks and unlocks the record; what is null is not sent.</summary>
internal sealed class RetentionLabelRequest
{
    public string? Name { get; init; }

    public RetentionSettingsRequest? RetentionSettings { get; init; }
}
