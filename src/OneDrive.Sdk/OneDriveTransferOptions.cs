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

    /// <summary>Bytes of one upload fragment: a multiple of <see cref="FragmentAlignment"/> below 60 MiB (62,914,560).</summary>
    /// <value>Default: 10 MiB (10,485,760), which is 32 × 320 KiB.</value>
    public int FragmentSize { get; set; } = 32 * FragmentAlignment;

    /// <summary>Whether content is compared with the service's hash after an upload and a download.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool VerifyContentHash { get; set; } = true;
}
