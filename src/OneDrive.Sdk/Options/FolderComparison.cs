namespace OneDrive.Sdk;

/// <summary>How a folder transfer detects files that are equal on both sides and are not transferred again.</summary>
public enum FolderComparison
{
    /// <summary>
    /// The local file has the QuickXorHash that the service states; the local file is read. Without a hash the file is transferred. The stated
    /// size is not compared, because a personal drive may state another one than it delivers.
    /// </summary>
    SizeAndHash,

    /// <summary>Equal length, and last write times that differ by at most two seconds; file content is not read.</summary>
    SizeAndTime,

    /// <summary>No comparison; every file is transferred.</summary>
    None,
}
