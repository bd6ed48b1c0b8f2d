using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>What an upload came to.</summary>
public sealed class UploadResult
{
    private readonly DriveItem? _item;

    /// <summary>Creates a result, for tests of applications.</summary>
    /// <param name="item">The file at the service; null for an upload whose commit was deferred.</param>
    /// <param name="integrity">Whether the file was compared with what was sent.</param>
    /// <param name="resumedFrom">The byte from which an earlier upload was continued; null when it began in this call.</param>
    public UploadResult(DriveItem? item, ContentIntegrity integrity = ContentIntegrity.NotChecked, long? resumedFrom = null)
    {
        _item = item;
        Integrity = integrity;
        ResumedFrom = resumedFrom;
    }

    /// <summary>The file at the service, as it described it at the end.</summary>
    /// <exception cref="InvalidOperationException">There is no file yet: see <see cref="IsCommitted"/>.</exception>
    public DriveItem Item => _item ?? throw new InvalidOperationException(
        "The upload is complete, but its commit was deferred. The file exists after CommitUploadAsync.");

    /// <summary>Whether the file is there.</summary>
    /// <value>False only after an upload with <see cref="UploadOptions.DeferCommit"/>, whose bytes wait at the service.</value>
    public bool IsCommitted => _item is not null;

    /// <summary>Whether the file at the service was compared with what was sent.</summary>
    public ContentIntegrity Integrity { get; }

    /// <summary>The byte from which an upload of an earlier call, perhaps of an earlier process, was continued.</summary>
    /// <value>Null when the upload began in this call.</value>
    public long? ResumedFrom { get; }

    /// <summary>Whether the upload continued an earlier one.</summary>
    public bool Resumed => ResumedFrom is not null;
}
