using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>A copy that the service executes asynchronously. It continues even if it is not monitored.</summary>
public abstract class CopyOperation
{
    /// <summary>
    /// The monitor URL of the copy, for <see cref="IItemsClient.ResumeCopy"/> in a later process. It grants access to the status of the
    /// copy, so treat it as a secret.
    /// </summary>
    /// <value>Empty if the service completed the copy immediately.</value>
    public abstract string MonitorUrl { get; }

    /// <summary>Gets the current status of the copy.</summary>
    /// <param name="cancellationToken">Cancels the call, not the copy.</param>
    /// <exception cref="ItemNotFoundException">The service no longer has the status of the copy.</exception>
    public abstract Task<AsyncJobStatus> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until the copy is complete, and gets the new item.</summary>
    /// <param name="progress">Receives each status that the service returns.</param>
    /// <param name="cancellationToken">Cancels the wait, not the copy.</param>
    /// <returns>The new item; if only the content of a folder was copied, the destination folder.</returns>
    /// <exception cref="CopyFailedException">The copy failed, completely or in part.</exception>
    /// <exception cref="ThrottledException">
    /// The service returned a <c>Retry-After</c> longer than <see cref="OneDriveRetryOptions.MaxRetryAfter"/>; the copy continues.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">
    /// The copy made no progress for 24 hours, or the service does not return its status.
    /// </exception>
    /// <exception cref="ItemNotFoundException">The service no longer has the status of the copy.</exception>
    public abstract Task<DriveItem> WaitAsync(IProgress<AsyncJobStatus>? progress = null, CancellationToken cancellationToken = default);
}
