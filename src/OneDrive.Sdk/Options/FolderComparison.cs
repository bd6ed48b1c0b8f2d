namespace OneDrive.Sdk;

/// <summary>How a folder transfer finds out that a file is the same on both sides and need not be sent again.</summary>
public enum FolderComparison
{
    /// <summary>
    /// The local file has the QuickXorHash that the service states; the local file is read. Without a hash the file is transferred. The stated
    /// size is not compared, because a personal drive may state another one than it delivers.
    /// </summary>
    SizeAndHash,

    /// <summary>Equal length, and last write times that differ by two seconds at most; nothing is read.</summary>
    SizeAndTime,

    /// <summary>Nothing is compared; every file is transferred.</summary>
    None,
}
