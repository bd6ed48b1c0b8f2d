namespace OneDrive.Sdk.SharePoint;

/// <summary>Whether a record is locked.</summary>
[JsonRequest]
internal sealed partial class RetentionSettingsRequest
{
    public required bool IsRecordLocked { get; init; }
}
