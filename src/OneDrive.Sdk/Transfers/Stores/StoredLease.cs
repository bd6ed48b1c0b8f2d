namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Who may work on an upload, as it is written to a file. Version 0.1.0-alpha.1 wrote no <see cref="LockFile"/>, and other members that are
/// not read any more; such a right ends with its time.
/// </summary>
internal sealed class StoredLease
{
    public required string Owner { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>The file that the owner keeps locked as long as it lives; null when it was written by version 0.1.0-alpha.1.</summary>
    public string? LockFile { get; init; }
}
