using System.Globalization;

namespace OneDrive.Sdk;

/// <summary>
/// What must be known to go on with an upload that was broken off. It holds the upload URL, which is a secret: whoever has it can write the
/// file.
/// </summary>
public sealed class UploadSessionRecord
{
    /// <summary>The resume key of the upload.</summary>
    public required string Key { get; init; }

    /// <summary>The number of this state of the record, 1 for the first; each saved state has a higher one.</summary>
    public required long Version { get; init; }

    /// <summary>The address of the destination as <see cref="ItemAddress.ToString"/> prints it.</summary>
    public required string Destination { get; init; }

    /// <summary>The name of the file at the destination.</summary>
    /// <value>Null when the destination is addressed by its id.</value>
    public string? ItemName { get; init; }

    /// <summary>What happens when the destination already has an item of this name.</summary>
    public ConflictBehavior Conflict { get; init; }

    /// <summary>The length of the content in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>What tells the content from other content of the same length.</summary>
    /// <value>Null when nothing is known about it.</value>
    public string? SourceFingerprint { get; init; }

    /// <summary>The pre-authenticated address of the session. A secret.</summary>
    public required Uri UploadUrl { get; init; }

    /// <summary>When the service began the session, by its own clock as far as it told it.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the service ends the session, as it said at the beginning; each fragment may put it off.</summary>
    /// <value>Null when the service did not say.</value>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether the file is made only by <c>CommitUploadAsync</c>.</summary>
    public bool DeferCommit { get; init; }

    /// <summary>The QuickXorHash of the content in base64, once the service has every byte.</summary>
    /// <value>Null while bytes are missing.</value>
    public string? ContentHash { get; init; }

    /// <summary>The condition of <see cref="UploadOptions.IfMatch"/>.</summary>
    /// <value>Null when there is none.</value>
    public string? IfMatch { get; init; }

    /// <summary>The condition of <see cref="UploadOptions.IfNoneMatch"/>.</summary>
    /// <value>Null when there is none.</value>
    public string? IfNoneMatch { get; init; }

    /// <summary>The times that the file gets.</summary>
    /// <value>Null when the service uses its own.</value>
    public FileSystemTimes? Times { get; init; }

    /// <summary>The description that the file gets.</summary>
    /// <value>Null when it gets none.</value>
    public string? Description { get; init; }

    /// <summary>Whether there was an item at the destination before the session was opened.</summary>
    /// <value>Null when it is not known.</value>
    public bool? ExistedBefore { get; init; }

    /// <summary>The cTag of the item that was there before the session was opened.</summary>
    /// <value>Null when there was none, or when it is not known.</value>
    public string? ContentTagBefore { get; init; }

    /// <summary>The times of the item that was there before the session was opened.</summary>
    /// <value>Null when there was none, or when they are not known.</value>
    public FileSystemTimes? TimesBefore { get; init; }

    /// <summary>How many bytes had been sent before the last fragment, as far as <see cref="AcknowledgedHash"/> covers.</summary>
    public long AcknowledgedLength { get; init; }

    /// <summary>The QuickXorHash of those bytes in base64, by which other content is noticed when there is no fingerprint.</summary>
    /// <value>Null when it was not written down.</value>
    public string? AcknowledgedHash { get; init; }

    /// <summary>How many bytes had been sent with the last fragment, of which the service may have all, a part or nothing.</summary>
    public long SentLength { get; init; }

    /// <summary>The QuickXorHash of those bytes in base64.</summary>
    /// <value>Null when it was not written down.</value>
    public string? SentHash { get; init; }

    /// <summary>Describes the upload without its address.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"Upload '{Key}' (version {Version}) of {Length} bytes to {Destination}, created {Created:u}");
}
