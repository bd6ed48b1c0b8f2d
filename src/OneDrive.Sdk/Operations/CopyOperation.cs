using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>A copy that the service makes in its own time. It goes on whether anybody watches it or not.</summary>
public abstract class CopyOperation
{
    /// <summary>
    /// The address at which the service tells about the copy, for <see cref="IItemsClient.ResumeCopy"/> in a later process. Whoever has it
    /// can watch the copy, so keep it like a secret.
    /// </summary>
    /// <value>Empty when the service made the copy at once, so that there is nothing to watch.</value>
    public abstract string MonitorUrl { get; }

    /// <summary>Asks once how far the copy is.</summary>
    /// <param name="cancellationToken">Ends the call, not the copy.</param>
    /// <exception cref="ItemNotFoundException">The service no longer tells about this copy.</exception>
    public abstract Task<AsyncJobStatus> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until the copy is there, and gets it.</summary>
    /// <param name="progress">Is told each state that the service gives.</param>
    /// <param name="cancellationToken">Ends the waiting, not the copy.</param>
    /// <returns>The copy; when only what is in a folder was copied, the folder that got it.</returns>
    /// <exception cref="CopyFailedException">The service could not copy, or not everything.</exception>
    /// <exception cref="ThrottledException">
    /// The service asks for a longer pause than <see cref="OneDriveRetryOptions.MaxRetryAfter"/>; the copy goes on.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">
    /// The copy has not moved for 24 hours, or the service does not tell its state.
    /// </exception>
    /// <exception cref="ItemNotFoundException">The service no longer tells about this copy.</exception>
    public abstract Task<DriveItem> WaitAsync(IProgress<AsyncJobStatus>? progress = null, CancellationToken cancellationToken = default);
}
