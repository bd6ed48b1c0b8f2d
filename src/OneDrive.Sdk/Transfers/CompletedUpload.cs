using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Finds out whether an upload was completed although its last answer was lost: a session that is complete is gone, like one that has
/// expired.
/// </summary>
/// <remarks>
/// What is at the destination counts as ours when it has our length and our hash, or, while the service has not computed a hash, our length
/// and a time since the upload began. With <see cref="ConflictBehavior.Replace"/> and <see cref="ConflictBehavior.Fail"/> a wrong "no" is
/// harmless: the upload runs again and replaces its own file, or meets its own file as a conflict and looks here again. With
/// <see cref="ConflictBehavior.Rename"/> the file may be under a name that only the service knows, and the one at the destination may be
/// another that was there before, so the file at the destination must also have been created since; if it was not, nobody can tell, and
/// sending again could leave a second copy. The caller of this type decides what that means.
/// </remarks>
internal sealed class CompletedUpload(GraphTransport transport)
{
    private const int MaximumLooks = 3;

    /// <summary>The clocks of the service and of this machine may differ by this much.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Gets the file that this upload made, or null.</summary>
    /// <param name="job">The upload.</param>
    /// <param name="began">When the upload began.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    internal async Task<DriveItem?> FindAsync(UploadJob job, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var item = await LookAsync(job.Destination, cancellationToken).ConfigureAwait(false);
        return item is not null && await IsOursAsync(item, job, began - ClockTolerance, cancellationToken).ConfigureAwait(false)
            ? item
            : null;
    }

    private static async Task<bool> IsOursAsync(DriveItem item, UploadJob job, DateTimeOffset began, CancellationToken cancellationToken)
    {
        if (item.Size != job.Length || (job.Options.Conflict is ConflictBehavior.Rename && !(item.CreatedDateTime >= began)))
            return false;

        // Last, because it may have to read the source to its end.
        return ContentVerification.HashOf(item) is { } theirs
            ? theirs == await job.Source.GetHashAsync(cancellationToken).ConfigureAwait(false)
            : item.LastModifiedDateTime >= began;
    }

    // A path can be "not found" for some seconds after the file was made.
    private async Task<DriveItem?> LookAsync(ItemAddress destination, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            try
            {
                return await transport.SendAsync(ItemCalls.Get(destination), cancellationToken).ConfigureAwait(false);
            }
            catch (ItemNotFoundException)
            {
                if (looks >= Math.Min(MaximumLooks, transport.Rules.Settings.MaxRetryAttempts))
                    return null;
                await Task.Delay(
                    transport.Rules.DelayBefore(looks - 1, null), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
