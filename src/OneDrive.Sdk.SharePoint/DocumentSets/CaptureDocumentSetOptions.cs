namespace OneDrive.Sdk.SharePoint;

/// <summary>Options for capturing a version of a document set.</summary>
public sealed class CaptureDocumentSetOptions
{
    /// <summary>The comment of the version.</summary>
    /// <value>Default: <see langword="null"/>, no comment.</value>
    public string? Comment { get; init; }

    /// <summary>Whether minor versions of the files are included.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeMinorVersions { get; init; }
}
