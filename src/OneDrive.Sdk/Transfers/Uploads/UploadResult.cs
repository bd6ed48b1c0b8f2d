using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>The result of an upload.</summary>
public sealed class UploadResult
{
    private readonly DriveItem? _item;

    /// <summary>Creates a result, for tests of applications.</summary>
    /// <param name="item">The file at the service; null if the commit was deferred.</param>
    /// <param name="integrity">The result of the verification of the content.</param>
    /// <param name="resumedFrom">The byte from which an earlier upload was resumed; null if it was not resumed.</param>
    public UploadResult(DriveItem? item, ContentIntegrity integrity = ContentIntegrity.NotChecked, long? resumedFrom = null)
    {
        _item = item;
        Integrity = integrity;
        ResumedFrom = resumedFrom;
    }

    /// <summary>The file at the service, as returned at the end of the upload.</summary>
    /// <exception cref="InvalidOperationException">The upload is not committed: see <see cref="IsCommitted"/>.</exception>
    public DriveItem Item => _item ?? throw new InvalidOperationException(
        "The upload is complete, but its commit was deferred. The file exists after CommitUploadAsync.");

    /// <summary>Whether the file was created.</summary>
    /// <value><see langword="false"/> only after an upload with <see cref="UploadOptions.DeferCommit"/>.</value>
    public bool IsCommitted => _item is not null;

    /// <summary>The result of the verification of the content.</summary>
    public ContentIntegrity Integrity { get; }

    /// <summary>The byte from which an earlier upload, possibly of another process, was resumed.</summary>
    /// <value><see langword="null"/> if the upload was not resumed.</value>
    public long? ResumedFrom { get; }

    /// <summary>Whether an earlier upload was resumed.</summary>
    public bool Resumed => ResumedFrom is not null;
}
