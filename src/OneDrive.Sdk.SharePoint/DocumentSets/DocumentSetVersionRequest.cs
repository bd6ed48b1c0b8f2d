namespace OneDrive.Sdk.SharePoint;

/// <summary>The body that captures the state of a document set.</summary>
[JsonRequest]
internal sealed partial class DocumentSetVersionRequest
{
    public string? Comment { get; init; }

    public bool? ShouldCaptureMinorVersion { get; init; }
}
