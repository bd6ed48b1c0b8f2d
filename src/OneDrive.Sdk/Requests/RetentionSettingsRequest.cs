namespace OneDrive.Sdk.Requests;

/// <summary>Whether a record is locked.</summary>
internal sealed class RetentionSettingsRequest
{
    public required bool IsRecordLocked { get; init; }
}
