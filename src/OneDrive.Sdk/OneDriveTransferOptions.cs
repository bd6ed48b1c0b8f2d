namespace OneDrive.Sdk;

/// <summary>
/// Options for uploads and downloads. Limits of the service:
/// <see href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession"/>.
/// </summary>
public sealed class OneDriveTransferOptions
{
    /// <summary>The alignment of upload fragments: every fragment except the last is a multiple of 320 KiB (327,680 bytes).</summary>
    public const int FragmentAlignment = 327_680;

    /// <summary>
    /// Content up to this size, in bytes, is sent in one request; larger content uses an upload session. 0 to 250,000,000.
    /// </summary>
    /// <value>Default: 4 MiB (4,194,304). Empty content is always sent in one request.</value>
    public long SingleRequestLimit { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// The fragment size in bytes: a multiple of <see cref="FragmentAlignment"/> below 60 MiB (62,914,560). After failures and on slow
    /// connections fragments are temporarily smaller.
    /// </summary>
    /// <value>Default: 10 MiB (10,485,760), which is 32 × 320 KiB.</value>
    public int FragmentSize { get; set; } = 32 * FragmentAlignment;

    /// <summary>
    /// How many ranges of one large file are downloaded concurrently, 1 to 16; 1 uses one connection. Requests never exceed
    /// <see cref="OneDriveOptions.MaxConcurrentRequests"/>. Applies only when the destination is a path.
    /// </summary>
    /// <value>Default: 4.</value>
    public int ParallelRanges { get; set; } = 4;

    /// <summary>The minimum number of missing bytes for a download in parallel ranges.</summary>
    /// <value>Default: 128 MiB (134,217,728).</value>
    public long ParallelThreshold { get; set; } = 128 * 1024 * 1024;

    /// <summary>
    /// The size of a range in bytes, 64 KiB (65,536) to 1 GiB (1,073,741,824). When the process is terminated, up to twice
    /// <see cref="ParallelRanges"/> ranges are downloaded again.
    /// </summary>
    /// <value>Default: 32 MiB (33,554,432).</value>
    public int RangeSize { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// Whether content is verified with the hash of the service after an upload and a download. Otherwise it is not hashed either, unless
    /// a response is lost or contradicts the description of the file, or the content of an upload is not seekable.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool VerifyContentHash { get; set; } = true;

    /// <summary>
    /// The bandwidth limit in bytes per second, shared by all uploads and downloads of the client, and of other clients on the same
    /// pipeline; 1,024 or more. Calls without content are not limited.
    /// </summary>
    /// <value>Default: <see langword="null"/>, no limit.</value>
    public long? MaxBytesPerSecond { get; set; }
}
