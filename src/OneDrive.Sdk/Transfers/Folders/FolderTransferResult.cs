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

    internal FolderTransferResult()
    {
    }

    /// <summary>How many files were transferred.</summary>
    public long FilesTransferred { get; private set; }

    /// <summary>How many files were the same on both sides.</summary>
    public long FilesUnchanged { get; private set; }

    /// <summary>How many folders were created.</summary>
    public long FoldersCreated { get; private set; }

    /// <summary>How many files and folders were left out; the filter's choices are not counted.</summary>
    public long Skipped { get; private set; }

    /// <summary>How many files and folders failed.</summary>
    public long Failed { get; private set; }

    /// <summary>How many bytes the transferred files have.</summary>
    public long BytesTransferred { get; private set; }

    /// <summary>How many of the transferred and unchanged files have the hash that the service gives for them.</summary>
    public long FilesVerified { get; private set; }

    /// <summary>How many of the transferred and unchanged files were not compared by a hash.</summary>
    public long FilesNotChecked { get; private set; }

    /// <summary>How many of the transferred files the service serves or keeps other than they were described or sent.</summary>
    public long FilesChangedByService { get; private set; }

    /// <summary>
    /// The first files that are transferred or unchanged and whose <see cref="FolderTransferItem.Integrity"/> is not
    /// <see cref="ContentIntegrity.Verified"/>, at most <see cref="MaximumUnverified"/>; the progress is told of the integrity of all.
    /// </summary>
    public IReadOnlyList<FolderTransferItem> Unverified => _unverified;

    /// <summary>The first failures, at most <see cref="MaximumFailures"/>; the progress is told of all.</summary>
    public IReadOnlyList<FolderTransferItem> Failures => _failures;

    /// <summary>
    /// The failure that ended the transfer before everything was tried, because the other files would have met it too: the drive or the
    /// disk is full, the sign-in is over, the service asks for a pause longer than <see cref="OneDriveRetryOptions.MaxRetryAfter"/>. With
    /// the option to stop on the first error it is that one. Start the transfer again when the cause is gone; it goes on from there.
    /// </summary>
    /// <value>Null when everything was tried.</value>
    public Exception? EndedBy { get; internal set; }

    /// <summary>Whether everything was tried and nothing failed.</summary>
    public bool IsComplete => Failed == 0 && EndedBy is null;

    /// <summary>Throws when anything failed.</summary>
    /// <exception cref="AggregateException">Something failed; it holds the errors of <see cref="Failures"/>.</exception>
    public void EnsureComplete()
    {
        if (!IsComplete)
            throw new AggregateException($"{Failed} files or folders could not be transferred.", _failures.Select(item => item.Error!));
    }

    internal void Add(FolderTransferItem item)
    {
        if (item is { IsFolder: false, Outcome: FolderTransferOutcome.Transferred or FolderTransferOutcome.Unchanged })
            AddIntegrity(item);
        switch (item.Outcome)
        {
            case FolderTransferOutcome.Failed:
                Failed++;
                if (_failures.Count < MaximumFailures)
                    _failures.Add(item);
                break;
            case FolderTransferOutcome.Skipped:
                Skipped++;
                break;
            case FolderTransferOutcome.Transferred when item.IsFolder:
                FoldersCreated++;
                break;
            case FolderTransferOutcome.Transferred:
                FilesTransferred++;
                BytesTransferred += item.Length;
                break;
            case FolderTransferOutcome.Unchanged when !item.IsFolder:
                FilesUnchanged++;
                break;
        }
    }

    private void AddIntegrity(FolderTransferItem item)
    {
        switch (item.Integrity)
        {
            case ContentIntegrity.Verified:
                FilesVerified++;
                return;
            case ContentIntegrity.ChangedByService:
                FilesChangedByService++;
                break;
            default:
                FilesNotChecked++;
                break;
        }

        if (_unverified.Count < MaximumUnverified)
            _unverified.Add(item);
    }
}
