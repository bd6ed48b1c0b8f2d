namespace OneDrive.Sdk;

/// <summary>Options for downloading a file.</summary>
public sealed class DownloadOptions
{
    /// <summary>Whether an existing local file is overwritten. Applies only when the destination is a path.</summary>
    /// <value>Default: false; if the file exists, an <see cref="IOException"/> is thrown before any request.</value>
    public bool Overwrite { get; init; }

    /// <summary>
    /// Whether an interrupted download to a path is resumed by the next download to the same path, also by another process. The received
    /// content is then kept as <c>name.partial</c>, with a journal in <c>name.partial.state</c>, when the download is cancelled, the
    /// retries fail, or the process is terminated. It is used only if the file at the service is unchanged and the local content matches
    /// the journal. Applies only when the destination is a path; conversions are never resumed.
    /// </summary>
    /// <value>
    /// Default: true. When false, a failed download deletes its partial content, unless the process is terminated before, and earlier
    /// partial content is not used.
    /// </value>
    public bool Resume { get; init; } = true;

    /// <summary>
    /// Whether content is accepted although its size, hash or media type indicates that it is not the file. Content with an equal hash is
    /// still <see cref="ContentIntegrity.Verified"/>; other content is <see cref="ContentIntegrity.NotChecked"/>. Interrupted responses are
    /// resumed as usual, and compressed responses are rejected. A body without a stated length has no size limit.
    /// </summary>
    /// <value>Default: false; such content throws a <see cref="ContentVerificationException"/>.</value>
    public bool AcceptUnverified { get; init; }

    /// <summary>
    /// The format that the service converts the file to, such as <c>pdf</c>. Supported formats:
    /// <see href="https://learn.microsoft.com/graph/api/driveitem-get-content-format"/>; other formats fail. The service does not return
    /// the length or hash of a conversion, so the result is <see cref="ContentIntegrity.NotChecked"/>.
    /// </summary>
    /// <value>Default: null, no conversion.</value>
    public string? Format { get; init; }

    /// <summary>The maximum width in pixels of an image that <see cref="Format"/> creates, 1 or more, for example for <c>jpg</c>.</summary>
    /// <value>Default: null, the service chooses.</value>
    public int? Width { get; init; }

    /// <summary>The maximum height in pixels of an image that <see cref="Format"/> creates, 1 or more.</summary>
    /// <value>Default: null, the service chooses.</value>
    public int? Height { get; init; }

    /// <summary>Receives the number of bytes written to the destination.</summary>
    /// <value>Default: null.</value>
    public IProgress<TransferProgress>? Progress { get; init; }
}
