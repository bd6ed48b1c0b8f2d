namespace OneDrive.Sdk;

/// <summary>What the transfer of a folder came to. A failure of one file is not thrown: look at <see cref="IsComplete"/>.</summary>
public sealed class FolderTransferResult
{
    /// <summary>How many failures are kept in <see cref="Failures"/>.</summary>
    /// <value>100.</value>
    public const int MaximumFailures = 100;

    /// <summary>How many files are kept in <see cref="Unverified"/>.</summary>
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

    /// <summary>How many files were transferred.</summary>
    public long FilesTransferred { get => _filesTransferred; init => _filesTransferred = value; }

    /// <summary>How many files were the same on both sides.</summary>
    public long FilesUnchanged { get => _filesUnchanged; init => _filesUnchanged = value; }

    /// <summary>How many folders were created.</summary>
    public long FoldersCreated { get => _foldersCreated; init => _foldersCreated = value; }

    /// <summary>How many files and folders were left out; the filter's choices are not counted.</summary>
    public long Skipped { get => _skipped; init => _skipped = value; }

    /// <summary>
    /// How many folders of the service were left out because they are locked: the Personal Vault. They count as skipped too.
    /// </summary>
    public long LockedFolders { get => _lockedFolders; init => _lockedFolders = value; }

    /// <summary>How many files and folders failed.</summary>
    public long Failed { get => _failed; init => _failed = value; }

    /// <summary>How many bytes the transferred files have.</summary>
    public long BytesTransferred { get => _bytesTransferred; init => _bytesTransferred = value; }

    /// <summary>How many of the transferred and unchanged files have the hash that the service gives for them.</summary>
    public long FilesVerified { get => _filesVerified; init => _filesVerified = value; }

    /// <summary>How many of the transferred and unchanged files were not compared by a hash.</summary>
    public long FilesNotChecked { get => _filesNotChecked; init => _filesNotChecked = value; }

    /// <summary>How many of the transferred files the service serves or keeps other than they were described or sent.</summary>
    public long FilesChangedByService { get => _filesChangedByService; init => _filesChangedByService = value; }

    /// <summary>
    /// The first files that are transferred or unchanged and whose <see cref="FolderTransferItem.Integrity"/> is not
    /// <see cref="ContentIntegrity.Verified"/>, at most <see cref="MaximumUnverified"/>; the progress is told of the integrity of all.
    /// </summary>
    public IReadOnlyList<FolderTransferItem> Unverified { get => _unverified; init => _unverified = [.. value]; }

    /// <summary>The first failures, at most <see cref="MaximumFailures"/>; the progress is told of all.</summary>
    public IReadOnlyList<FolderTransferItem> Failures { get => _failures; init => _failures = [.. value]; }

    /// <summary>
    /// The failure that ended the transfer before everything was tried, because the other files would have met it too: the drive or the
    /// disk is full, the sign-in is over, the service asks for a pause longer than <see cref="OneDriveRetryOptions.MaxRetryAfter"/>. With
    /// the option to stop on the first error it is that one. Start the transfer again when the cause is gone; it goes on from there.
    /// </summary>
    /// <value>Null when everything was tried.</value>
    public Exception? EndedBy { get => _endedBy; init => _endedBy = value; }

    /// <summary>Whether everything was tried, nothing failed and no folder was locked.</summary>
    public bool IsComplete => Failed == 0 && LockedFolders == 0 && EndedBy is null;

    /// <summary>Throws when anything failed.</summary>
    /// <exception cref="AggregateException">Something failed; it holds the errors of <see cref="Failures"/>.</exception>
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
