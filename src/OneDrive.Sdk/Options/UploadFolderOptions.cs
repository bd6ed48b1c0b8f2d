using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>How a folder is uploaded with everything in it.</summary>
public sealed class UploadFolderOptions
{
    /// <summary>What happens when a file of the same name is there and is not the same; folders are always merged.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>, the file fails and the others go on.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;

    /// <summary>How files are recognised that are at the service already and are not sent again.</summary>
    /// <value>Default: <see cref="FolderComparison.SizeAndHash"/>.</value>
    public FolderComparison Comparison { get; init; } = FolderComparison.SizeAndHash;

    /// <summary>Whether the service keeps the creation and last write times of the files.</summary>
    /// <value>Default: true.</value>
    public bool PreserveTimes { get; init; } = true;

    /// <summary>
    /// How many files are sent at the same time, 1 to 64; fewer while the service throttles, and never more than
    /// <see cref="OneDriveOptions.MaxConcurrentRequests"/>. Each large file takes the memory of one fragment.
    /// </summary>
    /// <value>Default: 8.</value>
    public int MaxConcurrentFiles { get; init; } = 8;

    /// <summary>
    /// Chooses what is uploaded, by the path below the folder, with slashes; that of a folder ends with a slash, and what is in a folder
    /// that is not chosen is not asked for.
    /// </summary>
    /// <value>Default: null, everything.</value>
    public Func<string, bool>? Filter { get; init; }

    /// <summary>Whether hidden files and folders are uploaded: those with the attribute, and those whose name begins with a dot.</summary>
    /// <value>Default: true.</value>
    public bool IncludeHidden { get; init; } = true;

    /// <summary>Whether what symbolic links lead to is uploaded in their place, also when it lies outside the folder.</summary>
    /// <value>Default: false, they are skipped.</value>
    public bool FollowSymbolicLinks { get; init; }

    /// <summary>
    /// Makes files of more than one fragment go on from their last acknowledged byte when the folder is uploaded again: each has the resume
    /// key of this text, a slash and its path. Files that are complete are recognised as unchanged.
    /// </summary>
    /// <value>Default: null, a large file that was broken off starts anew.</value>
    public string? ResumeKeyPrefix { get; init; }

    /// <summary>Whether the first failure ends the transfer; files that are on their way are broken off.</summary>
    /// <value>Default: false.</value>
    public bool StopOnFirstError { get; init; }

    /// <summary>Told of each file and folder when it is done, one at a time.</summary>
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
