using System.Globalization;

namespace OneDrive.Sdk;

/// <summary>
/// The state that is required to resume an upload. It contains the upload URL, which is a secret that grants write access to the file.
/// </summary>
public sealed class UploadSessionRecord
{
    /// <summary>The resume key of the upload.</summary>
    public required string Key { get; init; }

    /// <summary>The version of the record, starting at 1. Each saved version is higher than the one before.</summary>
    public required long Version { get; init; }

    /// <summary>The address of the destination, as formatted by <see cref="ItemAddress.ToString"/>.</summary>
    public required string Destination { get; init; }

    /// <summary>The name of the file at the destination.</summary>
    /// <value>Null when the destination is addressed by its id.</value>
    public string? ItemName { get; init; }

    /// <summary>The conflict behavior.</summary>
    public ConflictBehavior Conflict { get; init; }

    /// <summary>The length of the content in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The fingerprint of the content.</summary>
    /// <value><see langword="null"/> if it is unknown.</value>
    public string? SourceFingerprint { get; init; }

    /// <summary>The upload URL of the session, which is pre-authenticated. This value is a secret.</summary>
    public required Uri UploadUrl { get; init; }

    /// <summary>When the session was created, by the clock of the service if it is known.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the session expires, as returned when it was created; each fragment may extend it.</summary>
    /// <value><see langword="null"/> if the service did not return it.</value>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether the file is created only by <c>CommitUploadAsync</c>.</summary>
    public bool DeferCommit { get; init; }

    /// <summary>The base64-encoded QuickXorHash of the content, after the service has received all bytes.</summary>
    /// <value>Null while bytes are missing.</value>
    public string? ContentHash { get; init; }

    /// <summary>The condition of <see cref="UploadOptions.IfMatch"/>.</summary>
    /// <value><see langword="null"/> if not set.</value>
    public string? IfMatch { get; init; }

    /// <summary>The condition of <see cref="UploadOptions.IfNoneMatch"/>.</summary>
    /// <value><see langword="null"/> if not set.</value>
    public string? IfNoneMatch { get; init; }

    /// <summary>The file times to set.</summary>
    /// <value>Null when the service uses its own.</value>
    public FileSystemTimes? Times { get; init; }

    /// <summary>The description to set.</summary>
    /// <value>Null when it gets none.</value>
    public string? Description { get; init; }

    /// <summary>Whether an item existed at the destination before the session was created.</summary>
    /// <value>Null when it is not known.</value>
    public bool? ExistedBefore { get; init; }

    /// <summary>The cTag of the item that existed before the session was created.</summary>
    /// <value><see langword="null"/> if it did not exist or is unknown.</value>
    public string? ContentTagBefore { get; init; }

    /// <summary>The file times of the item that existed before the session was created.</summary>
    /// <value>Null when there was none, or when they are not known.</value>
    public FileSystemTimes? TimesBefore { get; init; }

    /// <summary>The number of bytes sent before the last fragment, covered by <see cref="AcknowledgedHash"/>.</summary>
    public long AcknowledgedLength { get; init; }

    /// <summary>The base64-encoded QuickXorHash of those bytes, which detects other content if there is no fingerprint.</summary>
    /// <value><see langword="null"/> if it was not recorded.</value>
    public string? AcknowledgedHash { get; init; }

    /// <summary>
    /// The number of bytes sent with the last fragment, which the service may have received completely, in part or not at all.
    /// </summary>
    public long SentLength { get; init; }

    /// <summary>The base64-encoded QuickXorHash of those bytes.</summary>
    /// <value><see langword="null"/> if it was not recorded.</value>
    public string? SentHash { get; init; }

    /// <summary>Describes the upload without its URL.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"Upload '{Key}' (version {Version}) of {Length} bytes to {Destination}, created {Created:u}");
}
