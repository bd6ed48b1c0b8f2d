using OneDrive.Sdk.Models;

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

    /// <summary>
    /// Whether nothing is changed: folders are listed and files compared, and the report says
    /// <see cref="FolderTransferOutcome.Transferred"/>
    /// of what would be fetched or made.
    /// </summary>
    /// <value>Default: false.</value>
    public bool DryRun { get; init; }

    /// <summary>
    /// Whether names are replaced by <see cref="ItemNames.ToLocal"/>: what an upload with
    /// <see cref="UploadFolderOptions.MapNames"/> replaced
    /// becomes what it was, and names that this machine refuses are replaced.
    /// </summary>
    /// <value>Default: false, a name that this machine refuses makes its file fail.</value>
    public bool MapNames { get; init; }

    /// <summary>
    /// Asked about a file that <see cref="Comparison"/> does not recognise, with the local file and the item: true leaves it as it is. An
    /// application can remember here what the service changed by itself, such as documents that SharePoint rewrites.
    /// </summary>
    /// <value>Default: null.</value>
    public Func<FileInfo, DriveItem, bool>? IsSame { get; init; }

    /// <summary>Told how many bytes of the files are done, unchanged files included; the total is that of the files begun so far.</summary>
    /// <value>Default: null.</value>
    public IProgress<TransferProgress>? ByteProgress { get; init; }
}
