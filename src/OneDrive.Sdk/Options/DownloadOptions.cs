namespace OneDrive.Sdk;

/// <summary>How one file is downloaded.</summary>
public sealed class DownloadOptions
{
    /// <summary>Whether a local file that is already there is replaced. It matters only when the destination is a path.</summary>
    /// <value>Default: false, an existing file is left alone and <see cref="IOException"/> is thrown before anything is requested.</value>
    public bool Overwrite { get; init; }

    /// <summary>
    /// The format that the service converts the file to, such as <c>pdf</c>. Which files it converts:
    /// <see href="https://learn.microsoft.com/graph/api/driveitem-get-content-format"/>; for others it answers with an error. The service
    /// gives no length and no hash of a conversion, so the result says <see cref="ContentIntegrity.NotChecked"/>.
    /// </summary>
    /// <value>Default: null, the file as it is.</value>
    public string? Format { get; init; }

    /// <summary>Told of the bytes that have been written to the destination.</summary>
    /// <value>Default: null.</value>
    public IProgress<TransferProgress>? Progress { get; init; }
}
