namespace OneDrive.Sdk.Requests;

/// <summary>The body that opens an upload session.</summary>
[JsonRequest]
internal sealed partial class CreateUploadSessionRequest
{
    public required DriveItemUploadableProperties Item { get; init; }

    /// <summary>Whether the file appears only after a call that completes it; null lets it appear with the last piece.</summary>
    public bool? DeferCommit { get; init; }
}
