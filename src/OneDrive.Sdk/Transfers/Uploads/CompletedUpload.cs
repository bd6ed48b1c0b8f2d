using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Finds out whether an upload was completed although its last answer was lost: a session that is complete is gone, like one that has
/// expired.
/// </summary>
/// <remarks>
/// A file counts as ours when it has our length and our hash, or, while the service has not computed a hash, our length and a time since
/// the upload began. With <see cref="ConflictBehavior.Replace"/> and <see cref="ConflictBehavior.Fail"/> a wrong "no" is harmless: the
/// upload runs again and replaces its own file, or meets its own file as a conflict and looks here again. With
/// <see cref="ConflictBehavior.Rename"/> it would leave a second copy. The file may be under a name that the service chose, so all files of
/// the folder whose name the service may have made of the wanted one are looked at, and one at the destination may have been there before,
/// so that ours must have been created since. When one of them may be ours after the service rewrote it, nobody can tell, and that is an
/// error.
/// </remarks>
internal sealed class CompletedUpload(GraphTransport transport)
{
    private const int MaximumLooks = 3;
    private const int PageSize = 1000;

    /// <summary>The clocks of the service and of this machine may differ by this much.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Gets the file that this upload made, or null.</summary>
    /// <param name="sought">The upload.</param>
    /// <param name="began">When the upload began.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="OneDriveConnectionException">There is a file, and nobody can tell whether it is ours.</exception>
    internal async Task<DriveItem?> FindAsync(SoughtUpload sought, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var since = began - ClockTolerance;

        // A new file can be "not found" for some seconds.
        for (var looks = 1; ; looks++)
        {
            var item = await LookAsync(sought.Destination, cancellationToken).ConfigureAwait(false);
            if (item is not null && await IsOursAsync(item, sought, since, cancellationToken).ConfigureAwait(false))
                return item;
            if (sought.FolderOfRenamed is { } folder)
            {
                if (await FindRenamedAsync(folder, sought, since, cancellationToken).ConfigureAwait(false) is { } renamed)
                    return renamed;
            }
            else if (item is not null)
            {
                return null;
            }

            if (looks >= Math.Min(MaximumLooks, transport.Rules.Settings.MaxRetryAttempts))
                return null;
            await Task.Delay(transport.Rules.DelayBefore(looks - 1, null), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<DriveItem?> LookAsync(ItemAddress destination, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(ItemCalls.Get(destination), cancellationToken).ConfigureAwait(false);
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
    }

    private async Task<DriveItem?> FindRenamedAsync(
        ItemAddress folder, SoughtUpload sought, DateTimeOffset since, CancellationToken cancellationToken)
    {
        DriveItem? newest = null;
        var mayBeRewritten = false;
        var children = new LinkedPages<DriveItem>(
            transport, _ => ValueTask.FromResult(ItemCalls.ListChildren(folder, new ListChildrenOptions { PageSize = PageSize })));
        try
        {
            await foreach (var item in children.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (item.File is null || !(item.CreatedDateTime >= since) || !RenamedName.MayStandFor(item.Name, sought.Destination.Name!))
                    continue;
                if (!await IsOursAsync(item, sought, since, cancellationToken).ConfigureAwait(false))
                    mayBeRewritten |= ContentVerification.MayBeRewritten(item);
                else if (newest is null || item.CreatedDateTime > newest.CreatedDateTime)
                    newest = item;
            }
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
        catch (OneDriveApiException exception) when (!exception.IsTransient)
        {
            throw CannotTell(exception);
        }

        return newest is null && mayBeRewritten ? throw CannotTell(null) : newest;
    }

    private static async Task<bool> IsOursAsync(
        DriveItem item, SoughtUpload sought, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (item.Size != sought.Length || (sought.FolderOfRenamed is not null && !(item.CreatedDateTime >= since)))
            return false;

        // Last, because it may have to read the source to its end.
        return ContentVerification.HashOf(item) is { } theirs
            && await sought.GetHash(cancellationToken).ConfigureAwait(false) is { } ours
                ? theirs == ours
                : item.LastModifiedDateTime >= since;
    }

    private static OneDriveConnectionException CannotTell(Exception? cause) => new(
        "The answer to the end of the upload was lost: the file may be complete under a name that the service chose, and cannot be told "
        + "apart from others. It is not sent again, because that could make a second copy.",
        cause)
    { IsTransient = false };
}
