namespace OneDrive.Sdk;

/// <summary>How one file is downloaded.</summary>
public sealed class DownloadOptions
{
    /// <summary>Whether a local file that is already there is replaced. It matters only when the destination is a path.</summary>
    /// <value>Default: false, an existing file is left alone and <see cref="IOException"/> is thrown before anything is requested.</value>
    public bool Overwrite { get; init; }

    /// <summary>
    /// Whether a download to a path that was broken off is continued by the next one to the same path, also by one of another process. For
    /// that, what was received is left beside the path as <c>name.partial</c>, with notes as <c>name.partial.state</c>, when the download
    /// is cancelled, the connection or the service fails for longer than the retries last, or the process ends. It is used only if the file
    /// at the service is still the same and every byte is still as it was received. It matters only when the destination is a path; a
    /// conversion is never continued.
    /// </summary>
    /// <value>
    /// Default: true. When false, a download that fails deletes what it received, unless the process ends before, and what an earlier one
    /// left is not used.
    /// </value>
    public bool Resume { get; init; } = true;

    /// <summary>
    /// Whether this call takes the bytes that the service serves although size, hash or media type say that they are not the file. Bytes
    /// whose hash is equal are still <see cref="ContentIntegrity.Verified"/>; all others are <see cref="ContentIntegrity.NotChecked"/>. A
    /// response that breaks off before its own end is continued as always, and a compressed one is refused; a body without a stated length
    /// has no bound.
    /// </summary>
    /// <value>Default: false, such content is a <see cref="ContentVerificationException"/>.</value>
    public bool AcceptUnverified { get; init; }

    /// <summary>
    /// The format that the service converts the file to, such as <c>pdf</c>. Which files it converts:
    /// <see href="https://learn.microsoft.com/graph/api/driveitem-get-content-format"/>; for others it answers with an error. The service
    /// gives no length and no hash of a conversion, so the result says <see cref="ContentIntegrity.NotChecked"/>.
    /// </summary>
    /// <value>Default: null, the file as it is.</value>
    public string? Format { get; init; }

    /// <summary>The most pixels from left to right of a picture that <see cref="Format"/> makes, 1 or more, as for <c>jpg</c>.</summary>
    /// <value>Default: null, the service chooses.</value>
    public int? Width { get; init; }

    /// <summary>The most pixels from top to bottom of a picture that <see cref="Format"/> makes, 1 or more.</summary>
    /// <value>Default: null, the service chooses.</value>
    public int? Height { get; init; }

    /// <summary>Told of the bytes that have been written to the destination.</summary>
    /// <value>Default: null.</value>
    public IProgress<TransferProgress>? Progress { get; init; }
}
