namespace OneDrive.Sdk;

/// <summary>Options for downloading a folder.</summary>
public sealed class DownloadFolderOptions
{
    /// <summary>Whether existing local files that differ are overwritten.</summary>
    /// <value>Default: false; such a file fails, and the others continue.</value>
    public bool Overwrite { get; init; }

    /// <summary>How to detect files that already exist on this machine and are not downloaded again.</summary>
    /// <value>Default: <see cref="FolderComparison.SizeAndHash"/>.</value>
    public FolderComparison Comparison { get; init; } = FolderComparison.SizeAndHash;

    /// <summary>Whether the files get the creation and last write times that the service keeps for them.</summary>
    /// <value>Default: true.</value>
    public bool PreserveTimes { get; init; } = true;

    /// <summary>
    /// How many files are downloaded concurrently, 1 to 64; fewer while the service throttles, and never more than
    /// <see cref="OneDriveOptions.MaxConcurrentRequests"/>.
    /// </summary>
    /// <value>Default: 8.</value>
    public int MaxConcurrentFiles { get; init; } = 8;

    /// <summary>
    /// Filters the items by their path below the folder, with slashes. The path of a folder ends with a slash; the content of an excluded
    /// folder is not listed.
    /// </summary>
    /// <value>Default: null, all items.</value>
    public Func<string, bool>? Filter { get; init; }

    /// <summary>Whether the first failure stops the transfer; running file transfers are cancelled.</summary>
    /// <value>Default: false.</value>
    public bool StopOnFirstError { get; init; }

    /// <summary>Receives each completed file and folder, one at a time.</summary>
    /// <value>Default: null.</value>
    public IProgress<FolderTransferItem>? Progress { get; init; }
}
