namespace OneDrive.Sdk;

/// <summary>
/// A temporary file for content that a stream cannot give twice or whose length it cannot tell. Only the user can read it, and it is gone
/// when the upload ends, however it ends; where the system allows, it never has a name that others could find.
/// </summary>
public sealed class UploadSpool
{
    /// <summary>The folder of the file; it must exist.</summary>
    /// <value>Default: the temporary folder of the user.</value>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>The most bytes of content that are written, 1 or more; longer content is refused.</summary>
    /// <value>Default: null, as much as a file at the service may have, 250 GB.</value>
    public long? MaxBytes { get; init; }
}
