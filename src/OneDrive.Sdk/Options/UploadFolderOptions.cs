using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Options for uploading a folder.</summary>
public sealed class UploadFolderOptions
{
    /// <summary>The conflict behavior when a different file with the same name exists; folders are always merged.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>; the file fails, and the others continue.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;

    /// <summary>How to detect files that already exist at the service and are not uploaded again.</summary>
    /// <value>Default: <see cref="FolderComparison.SizeAndHash"/>.</value>
    public FolderComparison Comparison { get; init; } = FolderComparison.SizeAndHash;

    /// <summary>Whether the creation and last write times of the files are stored at the service.</summary>
    /// <value>Default: true.</value>
    public bool PreserveTimes { get; init; } = true;

    /// <summary>
    /// How many files are uploaded concurrently, 1 to 64; fewer while the service throttles, and never more than
    /// <see cref="OneDriveOptions.MaxConcurrentRequests"/>. Each large file uses the memory of one fragment.
    /// </summary>
    /// <value>Default: 8.</value>
    public int MaxConcurrentFiles { get; init; } = 8;

    /// <summary>
    /// Filters the items by their path below the folder, with slashes. The path of a folder ends with a slash; the content of an excluded
    /// folder is not listed.
    /// </summary>
    /// <value>Default: null, all items.</value>
    public Func<string, bool>? Filter { get; init; }

    /// <summary>
    /// Whether hidden files and folders are uploaded: those with the hidden attribute, and those whose name begins with a dot.
    /// </summary>
    /// <value>Default: true.</value>
    public bool IncludeHidden { get; init; } = true;

    /// <summary>Whether the targets of symbolic links are uploaded instead of the links, even outside the folder.</summary>
    /// <value>Default: false, they are skipped.</value>
    public bool FollowSymbolicLinks { get; init; }

    /// <summary>
    /// Makes uploads of files with more than one fragment resumable when the folder is uploaded again: the resume key of each file is this
    /// prefix, a slash and its path. Complete files are detected as unchanged.
    /// </summary>
    /// <value>Default: null, an interrupted upload of a large file restarts.</value>
    public string? ResumeKeyPrefix { get; init; }

    /// <summary>Whether the first failure stops the transfer; running file transfers are cancelled.</summary>
    /// <value>Default: false.</value>
    public bool StopOnFirstError { get; init; }

    /// <summary>Receives each completed file and folder, one at a time.</summary>
    /// <value>Default: null.</value>
    public IProgress<FolderTransferItem>? Progress { get; init; }

    /// <summary>
    /// Whether nothing is changed: folders are listed and files compared, and the report says
    /// <see cref="FolderTransferOutcome.Transferred"/>
    /// of what would be sent or made.
    /// </summary>
    /// <value>Default: false.</value>
    public bool DryRun { get; init; }

    /// <summary>
    /// Whether names that OneDrive refuses are replaced by <see cref="ItemNames.ToRemote"/>: <c>a:b</c> is uploaded as <c>a：b</c>.
    /// </summary>
    /// <value>Default: false, such a file fails.</value>
    public bool MapNames { get; init; }

    /// <summary>
    /// Whether names and paths that OneDrive refuses fail with <see cref="InvalidItemNameException"/> before any request; otherwise each of
    /// them costs a request, and the service says what is wrong.
    /// </summary>
    /// <value>Default: true.</value>
    public bool CheckNames { get; init; } = true;

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
