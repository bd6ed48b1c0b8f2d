namespace OneDrive.Sdk.Requests;

/// <summary>The folder that an item is to be put into.</summary>
[JsonRequest]
internal sealed partial class ParentReferenceRequest
{
    public string? DriveId { get; init; }

    /// <summary>The id of the folder; the service does not take <c>root</c> for one.</summary>
    public string? Id { get; init; }
}
