namespace OneDrive.Sdk;

/// <summary>The result of a folder transfer. The failure of a file is not thrown; check <see cref="IsComplete"/>.</summary>
public sealed class FolderTransferResult
{
    /// <summary>The maximum number of entries in <see cref="Failures"/>.</summary>
    /// <value>100.</value>
    public const int MaximumFailures = 100;

    /// <summary>The maximum number of entries in <see cref="Unverified"/>.</summary>
    /// <value>1,000.</value>
    public const int MaximumUnverified = 1000;

    private readonly List<FolderTransferItem> _failures = [];
    private readonly List<FolderTransferItem> _unverified = [];
    private long _filesTransferred;
    private long _filesUnchanged;
    private long _foldersCreated;
    private long _skipped;
    private long _lockedFolders;
    private long _failed;
    private long _bytesTransferred;
    private Exception? _endedBy;
    private long _filesVerified;
    private long _filesNotChecked;
    private long _filesChangedByService;

    /// <summary>The number of transferred files.</summary>
    public long FilesTransferred { get => _filesTransferred; init => _filesTransferred = value; }

    /// <summary>The number of files that are equal on both sides.</summary>
    public long FilesUnchanged { get => _filesUnchanged; init => _filesUnchanged = value; }

    /// <summary>The number of created folders.</summary>
    public long FoldersCreated { get => _foldersCreated; init => _foldersCreated = value; }

    /// <summary>The number of skipped files and folders; items excluded by the filter are not counted.</summary>
    public long Skipped { get => _skipped; init => _skipped = value; }

    /// <summary>
    /// The number of folders at the service that were skipped because they are locked: the Personal Vault. They are included in the skipped
    /// items.
    /// </summary>
    public long LockedFolders { get => _lockedFolders; init => _lockedFolders = value; }

    /// <summary>The number of failed files and folders.</summary>
    public long Failed { get => _failed; init => _failed = value; }

    /// <summary>The number of bytes of the transferred files.</summary>
    public long BytesTransferred { get => _bytesTransferred; init => _bytesTransferred = value; }

    /// <summary>The number of transferred and unchanged files that were verified with the hash of the service.</summary>
    public long FilesVerified { get => _filesVerified; init => _filesVerified = value; }

    /// <summary>The number of transferred and unchanged files that were not verified with a hash.</summary>
    public long FilesNotChecked { get => _filesNotChecked; init => _filesNotChecked = value; }

    /// <summary>The number of transferred files whose content differs from the metadata because of known changes by the service.</summary>
    public long FilesChangedByService { get => _filesChangedByService; init => _filesChangedByService = value; }

    /// <summary>
    /// The first transferred or unchanged files whose <see cref="FolderTransferItem.Integrity"/> is not
    /// <see cref="ContentIntegrity.Verified"/>, at most <see cref="MaximumUnverified"/>; the progress reports all of them.
    /// </summary>
    public IReadOnlyList<FolderTransferItem> Unverified { get => _unverified; init => _unverified = [.. value]; }

    /// <summary>The first failures, at most <see cref="MaximumFailures"/>; the progress reports all of them.</summary>
    public IReadOnlyList<FolderTransferItem> Failures { get => _failures; init => _failures = [.. value]; }

    /// <summary>
    /// The failure that stopped the transfer, because it affects all other files: the drive or the disk is full, the sign-in expired, or
    /// the service returned a <c>Retry-After</c> longer than <see cref="OneDriveRetryOptions.MaxRetryAfter"/>. With the option to stop on
    /// the first error it is that error. Start the transfer again after resolving the cause; it resumes.
    /// </summary>
    /// <value><see langword="null"/> if all items were processed.</value>
    public Exception? EndedBy { get => _endedBy; init => _endedBy = value; }

    /// <summary>Whether all items were processed, none failed, and no folder was locked.</summary>
    public bool IsComplete => Failed == 0 && LockedFolders == 0 && EndedBy is null;

    /// <summary>Throws an exception if any item failed.</summary>
    /// <exception cref="AggregateException">An item failed; the exception contains the errors of <see cref="Failures"/>.</exception>
    public void EnsureComplete()
    {
        if (!IsComplete)
            throw new AggregateException(
                $"{Failed + LockedFolders} files or folders could not be transferred. See Failures for details.",
                _failures.Select(item => item.Error).Append(EndedBy).OfType<Exception>().Distinct());
    }

    /// <summary>Takes note of what ended the transfer; the first cause counts.</summary>
    internal void End(Exception error) => _endedBy ??= error;

    internal void Add(FolderTransferItem item)
    {
        if (item is { IsFolder: false, Outcome: FolderTransferOutcome.Transferred or FolderTransferOutcome.Unchanged })
            AddIntegrity(item);
        switch (item.Outcome)
        {
            case FolderTransferOutcome.Failed:
                _failed++;
                if (_failures.Count < MaximumFailures)
                    _failures.Add(item);
                break;
            case FolderTransferOutcome.Skipped:
                _skipped++;
                if (item.SkipReason is FolderSkipReason.PersonalVault)
                    _lockedFolders++;
                break;
            case FolderTransferOutcome.Transferred when item.IsFolder:
                _foldersCreated++;
                break;
            case FolderTransferOutcome.Transferred:
                _filesTransferred++;
                _bytesTransferred += item.Length;
                break;
            case FolderTransferOutcome.Unchanged when !item.IsFolder:
                _filesUnchanged++;
                break;
        }
    }

    private void AddIntegrity(FolderTransferItem item)
    {
        switch (item.Integrity)
        {
            case ContentIntegrity.Verified:
                _filesVerified++;
                return;
            case ContentIntegrity.ChangedByService:
                _filesChangedByService++;
                break;
            default:
                _filesNotChecked++;
                break;
        }

        if (_unverified.Count < MaximumUnverified)
            _unverified.Add(item);
    }
}
