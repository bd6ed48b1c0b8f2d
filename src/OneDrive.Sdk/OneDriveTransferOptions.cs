namespace OneDrive.Sdk;

/// <summary>
/// How files travel. The rules behind the numbers: <see href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession"/>.
/// </summary>
public sealed class OneDriveTransferOptions
{
    /// <summary>The unit of an upload fragment: every fragment but the last is a multiple of 320 KiB (327,680 bytes).</summary>
    public const int FragmentAlignment = 327_680;

    /// <summary>Content up to this many bytes goes in one request; above it an upload session is used. 0 to 250,000,000.</summary>
    /// <value>Default: 4 MiB (4,194,304). Empty content always goes in one request.</value>
    public long SingleRequestLimit { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Bytes of one upload fragment: a multiple of <see cref="FragmentAlignment"/> below 60 MiB (62,914,560). After failures and on slow
    /// lines fragments are shorter for a while.
    /// </summary>
    /// <value>Default: 10 MiB (10,485,760), which is 32 × 320 KiB.</value>
    public int FragmentSize { get; set; } = 32 * FragmentAlignment;

    /// <summary>
    /// How many ranges of one large file are downloaded at the same time, 1 to 16; 1 is one connection from the first byte to the last.
    /// Requests never exceed <see cref="OneDriveOptions.MaxConcurrentRequests"/>. It matters only when the destination is a path.
    /// </summary>
    /// <value>Default: 4.</value>
    public int ParallelRanges { get; set; } = 4;

    /// <summary>From how many missing bytes on a file is downloaded in ranges.</summary>
    /// <value>Default: 128 MiB (134,217,728).</value>
    public long ParallelThreshold { get; set; } = 128 * 1024 * 1024;

    /// <summary>
    /// Bytes of one range, 64 KiB (65,536) to 1 GiB (1,073,741,824). When the process ends, up to twice
    /// <see cref="ParallelRanges"/> ranges are fetched again.
    /// </summary>
    /// <value>Default: 32 MiB (33,554,432).</value>
    public int RangeSize { get; set; } = 32 * 1024 * 1024;

    /// <summary>Whether content is compared with the service's hash after an upload and a download.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool VerifyContentHash { get; set; } = true;

    /// <summary>
    /// Bytes per second that all uploads and downloads of the client, and of others on the same pipeline, share; 1,024 or more. Calls that
    /// carry no content are never held back.
    /// </summary>
    /// <value>Default: <see langword="null"/>, as fast as the line allows.</value>
    public long? MaxBytesPerSecond { get; set; }
}
