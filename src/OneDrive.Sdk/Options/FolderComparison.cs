namespace OneDrive.Sdk;

/// <summary>How a folder transfer detects files that are equal on both sides and are not transferred again.</summary>
public enum FolderComparison
{
    /// <summary>
    /// Equal QuickXorHash; the local file is read. Files without a hash are transferred. The size is not compared, because the size
    /// reported by a personal drive may differ from the content.
    /// </summary>
    SizeAndHash,

    /// <summary>Equal length, and last write times that differ by at most two seconds; file content is not read.</summary>
    SizeAndTime,

    /// <summary>No comparison; every file is transferred.</summary>
    None,
}
