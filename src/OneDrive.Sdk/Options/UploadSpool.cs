namespace OneDrive.Sdk;

/// <summary>
/// A temporary file for content of a stream that is not seekable or whose length is unknown. It is readable by the user only, and it is
/// deleted when the upload ends; where the operating system allows, it does not have a name.
/// </summary>
public sealed class UploadSpool
{
    /// <summary>The folder of the file; it must exist.</summary>
    /// <value>Default: the temporary folder of the user.</value>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>The maximum length of the content in bytes, 1 or more; longer content is rejected.</summary>
    /// <value>Default: null, the maximum file size of the service, 250 GB.</value>
    public long? MaxBytes { get; init; }
}
