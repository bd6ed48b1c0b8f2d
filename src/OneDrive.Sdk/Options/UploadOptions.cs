using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>How one file is uploaded.</summary>
public sealed class UploadOptions
{
    /// <summary>What happens when the destination already has an item of this name.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>, whatever the service's own default is.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;

    /// <summary>
    /// A name of the caller's choice for this upload. With it, an upload that was broken off, even by the end of the process, goes on from
    /// the last acknowledged byte when it is started again with the same key, destination and content. It identifies the upload in the
    /// session store, so let it contain the user when several users share one. Content that goes in one request starts anew instead.
    /// </summary>
    /// <value>Default: null, the session of an upload that fails or is cancelled is deleted at the service.</value>
    public string? ResumeKey { get; init; }

    /// <summary>
    /// The length of the content in bytes. A stream that cannot seek needs it, or <see cref="Spool"/>, when its content is longer than one
    /// upload fragment; if it is set, the content must be exactly this long. At most 250 GB.
    /// </summary>
    /// <value>Default: null, the stream tells its length.</value>
    public long? ContentLength { get; init; }

    /// <summary>
    /// Where the content of a stream that cannot seek is kept while it is uploaded, so that its length need not be known and that it can be
    /// sent again from any byte. Streams that can seek do without.
    /// </summary>
    /// <value>
    /// Default: null, nothing is written to the disk; when the service needs bytes again that are gone,
    /// <see cref="UploadNotResumableException"/> is thrown.
    /// </value>
    public UploadSpool? Spool { get; init; }

    /// <summary>
    /// Anything that changes when the content changes, such as a version or a time, so that an upload is not resumed with other content.
    /// Files are recognised by their length and last write time, spooled content of unknown length by its hash; they need none.
    /// </summary>
    /// <value>Default: null.</value>
    public string? SourceFingerprint { get; init; }

    /// <summary>
    /// The eTag or cTag that the item at the destination must still have; otherwise <see cref="PreconditionFailedException"/> is thrown.
    /// </summary>
    /// <value>Default: null, no condition.</value>
    public string? IfMatch { get; init; }

    /// <summary>
    /// The eTag or cTag that the item at the destination must not have, or <c>*</c>: there must be no such item. Otherwise
    /// <see cref="PreconditionFailedException"/> is thrown.
    /// </summary>
    /// <value>Default: null, no condition.</value>
    public string? IfNoneMatch { get; init; }

    /// <summary>
    /// Whether the file appears only when <c>CommitUploadAsync</c> is called with the resume key, which must be set, by this process or by
    /// another one; until then its bytes wait at the service.
    /// </summary>
    /// <value>Default: false, the file appears with its last byte.</value>
    public bool DeferCommit { get; init; }

    /// <summary>
    /// The times that the file has on the user's machine, set together with the content, so that no second version appears.
    /// </summary>
    /// <value>Default: null, the service uses its own.</value>
    public FileSystemTimes? Times { get; init; }

    /// <summary>A description of the file for people to read; only personal drives keep it.</summary>
    /// <value>Default: null.</value>
    public string? Description { get; init; }

    /// <summary>
    /// The media type of the content, such as <c>text/plain</c>. Only content that goes in one request carries it; the service goes by the
    /// extension of the name otherwise, and mostly anyway.
    /// </summary>
    /// <value>Default: null, <c>application/octet-stream</c>.</value>
    public string? ContentType { get; init; }

    /// <summary>
    /// Whether the service is told the length before any bytes, so that a drive without room for them refuses at once. It matters only for
    /// content that goes through an upload session, and only personal drives take it.
    /// </summary>
    /// <value>Default: false.</value>
    public bool CheckQuota { get; init; }

    /// <summary>Which product made the file, and under which id; the upload goes through a session then.</summary>
    /// <value>Default: null.</value>
    public DriveItemSource? Source { get; init; }

    /// <summary>What a video or audio file is about; the upload goes through a session then.</summary>
    /// <value>Default: null.</value>
    public MediaSource? Media { get; init; }

    /// <summary>Told of each acknowledged fragment.</summary>
    /// <value>Default: null.</value>
    public IProgress<TransferProgress>? Progress { get; init; }
}
