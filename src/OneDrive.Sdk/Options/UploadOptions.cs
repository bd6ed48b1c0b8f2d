using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Options for uploading a file.</summary>
public sealed class UploadOptions
{
    /// <summary>The conflict behavior.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>, independent of the default of the service.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;

    /// <summary>
    /// A key that identifies this upload in the session store. With it, an interrupted upload, even of a terminated process, resumes from
    /// the last acknowledged byte when it is started again with the same key, destination and content. Include the user in the key when
    /// several users share a store. Content that is sent in one request is not resumed.
    /// </summary>
    /// <value>Default: null; the session of a failed or cancelled upload is deleted at the service.</value>
    public string? ResumeKey { get; init; }

    /// <summary>
    /// The length of the content in bytes, at most 250 GB. It, or <see cref="Spool"/>, is required for a stream that is not seekable and is
    /// longer than one fragment. If it is set, the content must have exactly this length.
    /// </summary>
    /// <value>Default: null, the length of the stream.</value>
    public long? ContentLength { get; init; }

    /// <summary>
    /// Buffers the content of a stream that is not seekable in a temporary file, so that its length need not be known and the content can
    /// be sent again from any byte. It is not used for seekable streams.
    /// </summary>
    /// <value>
    /// Default: null, content is not buffered on disk. If the service requires bytes again that are no longer available, an
    /// <see cref="UploadNotResumableException"/> is thrown.
    /// </value>
    public UploadSpool? Spool { get; init; }

    /// <summary>
    /// A value that changes when the content changes, such as a version or a time, so that an upload is not resumed with other content. It
    /// is not needed for files, which are identified by length and last write time, and for spooled content of unknown length, which is
    /// identified by its hash.
    /// </summary>
    /// <value>Default: null.</value>
    public string? SourceFingerprint { get; init; }

    /// <summary>
    /// The eTag or cTag that the item at the destination must still have; otherwise <see cref="PreconditionFailedException"/> is thrown.
    /// </summary>
    /// <value>Default: null, no condition.</value>
    public string? IfMatch { get; init; }

    /// <summary>
    /// The eTag or cTag that the item at the destination must not have, or <c>*</c> if the item must not exist. Otherwise a
    /// <see cref="PreconditionFailedException"/> is thrown.
    /// </summary>
    /// <value>Default: null, no condition.</value>
    public string? IfNoneMatch { get; init; }

    /// <summary>
    /// Whether the file is created only when <c>CommitUploadAsync</c> is called with the resume key, which must be set, by this or another
    /// process.
    /// </summary>
    /// <value>Default: false, the file is created with its last byte.</value>
    public bool DeferCommit { get; init; }

    /// <summary>The file times on the machine of the user, set together with the content, so that no second version is created.</summary>
    /// <value>Default: null, the service uses its own.</value>
    public FileSystemTimes? Times { get; init; }

    /// <summary>A description of the file; stored by supported on personal drives only.</summary>
    /// <value>Default: null.</value>
    public string? Description { get; init; }

    /// <summary>
    /// The media type of the content, such as <c>text/plain</c>. It is sent only with content in one request; the service usually derives
    /// the type from the extension.
    /// </summary>
    /// <value>Default: null, <c>application/octet-stream</c>.</value>
    public string? ContentType { get; init; }

    /// <summary>
    /// Whether the length is sent before the content, so that a full drive rejects the upload immediately. Applies to upload sessions only,
    /// and is supported on personal drives only.
    /// </summary>
    /// <value>Default: false.</value>
    public bool CheckQuota { get; init; }

    /// <summary>The product that created the file, and its id there; requires an upload session.</summary>
    /// <value>Default: null.</value>
    public DriveItemSource? Source { get; init; }

    /// <summary>The category of a video or audio file; requires an upload session.</summary>
    /// <value>Default: null.</value>
    public MediaSource? Media { get; init; }

    /// <summary>Receives the progress after each acknowledged fragment.</summary>
    /// <value>Default: null.</value>
    public IProgress<TransferProgress>? Progress { get; init; }
}
