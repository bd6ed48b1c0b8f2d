namespace OneDrive.Sdk.SharePoint;

/// <summary>How the state of a document set is captured.</summary>
public sealed class CaptureDocumentSetOptions
{
    /// <summary>What the version is about.</summary>
    /// <value>Default: <see langword="null"/>, nothing is said.</value>
    public string? Comment { get; init; }

    /// <summary>Whether minor versions of the files are captured, too, and not only the major ones.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeMinorVersions { get; init; }
}
