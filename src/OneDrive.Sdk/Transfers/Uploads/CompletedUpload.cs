using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Finds the file of an upload whose last response was lost, or whose file appears with a delay. <see cref="UploadEvidence"/> decides
/// whether a file is the expected one.
/// </summary>
/// <remarks>
/// With <see cref="ConflictBehavior.Replace"/> and <see cref="ConflictBehavior.Fail"/> a false negative is harmless: the upload is repeated
/// and replaces its own file, or detects it as a conflict. With <see cref="ConflictBehavior.Rename"/> it would create a second copy, so all
/// files of the folder with a name that the service may have chosen are checked. If one of them may be the file and cannot be distinguished
/// from others, an exception is thrown.
/// </remarks>
internal sealed class CompletedUpload(GraphTransport transport)
{
    internal const int PageSize = 1000;

    /// <summary>Gets the file that this upload made, or null.</summary>
    /// <param name="sought">The upload.</param>
    /// <param name="waits">The pauses between looks.</param>
    /// <param name="others">Gets the items of the last look that are not ours.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="OneDriveConnectionException">A file exists, and it cannot be determined whether this upload created it.</exception>
    internal async Task<DriveItem?> FindAsync(
        SoughtUpload sought, TimeSpan[] waits, List<DriveItem>? others, CancellationToken cancellationToken)
    {
        if (transport.Rules.MaxOwnRetries == 0)
            waits = LookupDelays.None;
        var began = transport.TimeProvider.GetTimestamp();
        var limit = waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);
        for (var look = 0; ; look++)
        {
            others?.Clear();
            var item = await LookAsync(sought.Destination, cancellationToken).ConfigureAwait(false);
            if (item is not null && await IsOursAsync(item, sought, cancellationToken).ConfigureAwait(false))
                return item;
            if (item is not null)
                others?.Add(item);

            // The responses can be slow as well, so the delays alone do not determine the time.
            var isLast = look >= waits.Length || transport.TimeProvider.GetElapsedTime(began) > limit;
            if (sought.FolderOfRenamed is { } folder)
            {
                if (await FindRenamedAsync(folder, sought, isLast, others, cancellationToken).ConfigureAwait(false) is { } renamed)
                    return renamed;
            }
            else if (item is not null && CannotBecomeOurs(item, sought))
            {
                return null;
            }

            if (isLast)
                return null;
            await Task.Delay(waits[look], transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the item at the destination once; null if it does not exist or cannot be read.</summary>
    internal async Task<DriveItem?> LookAsync(ItemAddress destination, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(ItemCalls.Get(destination), cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveException exception) when (!EndsTheSearch(exception))
        {
            return null;
        }
    }

    /// <summary>Whether the item is the file of the upload.</summary>
    internal static async ValueTask<bool> IsOursAsync(DriveItem item, SoughtUpload sought, CancellationToken cancellationToken)
    {
        // Last, because it may have to read the source to its end.
        var hash = ContentVerification.HashOf(item) is null || item.Folder is not null
            ? null
            : await sought.GetHash(cancellationToken).ConfigureAwait(false);
        return UploadEvidence.IsOurs(item, hash, sought);
    }

    /// <summary>
    /// Whether waiting cannot help. With Fail, another file keeps its name. With Replace, a document that the service rewrites never gets
    /// the hash of the sent bytes; once it is there, or when sending it again costs no more than a look, it is sent again.
    /// </summary>
    private static bool CannotBecomeOurs(DriveItem item, SoughtUpload sought) =>
        ContentVerification.HashOf(item) is not null && (sought.Conflict is ConflictBehavior.Fail
            || (ContentVerification.MayBeRewritten(item) && (sought.Before is null || UploadEvidence.WasMadeSince(item, sought))));

    private bool EndsTheSearch(OneDriveException exception) =>
        exception is OneDriveAuthenticationException
        || (exception is OneDriveApiException { RetryAfter: { } wish } && !transport.Rules.WaitsFor(wish));

    private async Task<DriveItem?> FindRenamedAsync(
        ItemAddress folder, SoughtUpload sought, bool isLast, List<DriveItem>? others, CancellationToken cancellationToken)
    {
        DriveItem? newest = null;
        var mayBeOurs = false;
        var children = new LinkedPages<DriveItem>(
            transport, _ => ValueTask.FromResult(ItemCalls.ListChildren(folder, new ListChildrenOptions { PageSize = PageSize })));
        try
        {
            await foreach (var item in children.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (item.File is null || !RenamedName.MayStandFor(item.Name, sought.Destination.Name!))
                    continue;
                if (await IsOursAsync(item, sought, cancellationToken).ConfigureAwait(false))
                {
                    newest = newest is null || item.CreatedDateTime > newest.CreatedDateTime ? item : newest;
                }
                else if (UploadEvidence.WasMadeSince(item, sought))
                {
                    mayBeOurs |= ContentVerification.MayBeRewritten(item)
                        || (ContentVerification.HashOf(item) is null && item.Size == sought.Length);
                    others?.Add(item);
                }
            }
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
        catch (OneDriveException exception) when (!EndsTheSearch(exception))
        {
            return isLast ? throw CannotTell(exception) : null;
        }

        return newest is null && mayBeOurs && isLast ? throw CannotTell(null) : newest;
    }

    private static OneDriveConnectionException CannotTell(Exception? cause) => new(
        "The last response of the upload was lost. The file may be complete under a name chosen by the service, and cannot be "
        + "distinguished from other files. The upload is not repeated, because that could create a second copy.",
        cause)
    { IsTransient = false };
}
