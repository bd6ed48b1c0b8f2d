using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Paging;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The state of the destination before a session was created. It is the only evidence for an upload whose last response was lost while the
/// service does not return a hash, or returns the times set by the caller. Unreadable values are unknown, and are not evidence.
/// </summary>
/// <param name="Existed">Whether there was an item.</param>
/// <param name="ETag">Its eTag.</param>
/// <param name="CTag">Its cTag, which changes with the content only; opening a session changes the eTag.</param>
/// <param name="Times">Its times on the machine of the user.</param>
internal sealed record DestinationSnapshot(bool Existed, string? ETag, string? CTag, FileSystemTimes? Times)
{
    /// <summary>In larger folders the check costs more than a second copy.</summary>
    private const int MaximumSiblings = 5000;

    /// <summary>The ids of files whose names could be confused with the renamed upload; null if unknown.</summary>
    internal IReadOnlySet<string>? Siblings { get; private init; }

    /// <summary>
    /// Reads the state, unless resending the content costs no more than the request: one fragment with Replace. There is one attempt; on
    /// failure the upload continues.
    /// </summary>
    internal static async Task<DestinationSnapshot?> ReadAsync(GraphTransport transport, UploadJob job, CancellationToken cancellationToken)
    {
        if (job.Options.Conflict is ConflictBehavior.Replace && job.Length <= transport.Transfers.FragmentSize)
            return null;

        try
        {
            var item = await transport.SendOnceAsync(ItemCalls.Get(job.Destination), cancellationToken).ConfigureAwait(false);
            var before = new DestinationSnapshot(Existed: true, item.ETag, item.CTag, TimesOf(item));
            return job.Sought(null).FolderOfRenamed is { } folder
                ? before with { Siblings = await ReadSiblingsAsync(transport, job, folder, cancellationToken).ConfigureAwait(false) }
                : before;
        }
        catch (ItemNotFoundException)
        {
            return new DestinationSnapshot(Existed: false, null, null, null);
        }
        catch (OneDriveException exception) when (exception is not OneDriveAuthenticationException)
        {
            return null;
        }
    }

    internal static FileSystemTimes? TimesOf(DriveItem item) => item.FileSystemInfo is { } times
        ? new FileSystemTimes { Created = times.CreatedDateTime, LastModified = times.LastModifiedDateTime }
        : null;

    private static async Task<IReadOnlySet<string>?> ReadSiblingsAsync(
        GraphTransport transport, UploadJob job, ItemAddress folder, CancellationToken cancellationToken)
    {
        var siblings = new HashSet<string>(StringComparer.Ordinal);
        var seen = 0;
        try
        {
            var children = new LinkedPages<DriveItem>(transport, _ => ValueTask.FromResult(
                ItemCalls.ListChildren(folder, new ListChildrenOptions { PageSize = CompletedUpload.PageSize })));
            await foreach (var item in children.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (++seen > MaximumSiblings)
                    return null;
                if (item.Id is { } id && RenamedName.MayStandFor(item.Name, job.Destination.Name!))
                    siblings.Add(id);
            }

            return siblings;
        }
        catch (OneDriveException exception) when (exception is not OneDriveAuthenticationException)
        {
            return null;
        }
    }
}
