using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Completes an upload: commits the session, and finds the file if the outcome is unknown.</summary>
internal sealed class UploadEnding(GraphTransport transport, UploadSessionClient client, UploadJob job, ILogger logger)
{
    /// <summary>The assumed difference between the service's clock and the local clock if the former is unknown.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly CompletedUpload _completed = new(transport);
    private readonly UploadCommit _commit = new(transport, client);

    /// <summary>The session that may have become a file unnoticed.</summary>
    internal OpenSession? MaybeCompleted { get; set; }

    /// <summary>Finds the file of the session that may be complete; null if the session or the file does not exist.</summary>
    internal async Task<SessionReply?> FindAsync(TimeSpan[] waits, CancellationToken cancellationToken)
    {
        if (MaybeCompleted is not { } session
            || await _completed.FindAsync(SoughtOf(session), waits, null, cancellationToken).ConfigureAwait(false) is not { } item)
            return null;

        Log.LostAcknowledgement(logger, job.Length);
        return SessionReply.Completed(item);
    }

    /// <summary>
    /// Looks once more for the file of a session that was lost together with its last response, before a second file is created under a
    /// name that the service chooses.
    /// </summary>
    internal async Task<SessionReply?> FindLateAsync(OpenSession current, CancellationToken cancellationToken)
    {
        if (MaybeCompleted is null || MaybeCompleted == current || job.Sought(null).FolderOfRenamed is null
            || await FindAsync(LookupDelays.Short, cancellationToken).ConfigureAwait(false) is not { } completed)
            return null;

        await client.EndAsync(current.Url, cancellationToken).ConfigureAwait(false);
        return completed;
    }

    /// <summary>Reads the item at the destination after an error that refers to it.</summary>
    /// <returns>
    /// The file if this upload created it, a permanent error if another item is in the way, and null if it does not explain the error.
    /// </returns>
    internal async Task<SessionReply?> LookAtNameAsync(OpenSession session, SessionReply refusal, CancellationToken cancellationToken)
    {
        var item = await _completed.LookAsync(job.Destination, cancellationToken).ConfigureAwait(false);
        if (item is not null && session.SentLastByte
            && await CompletedUpload.IsOursAsync(item, SoughtOf(session), cancellationToken).ConfigureAwait(false))
            return SessionReply.Completed(item);

        var isInTheWay = refusal.Error is PreconditionFailedException || (item is not null && IsInTheWay(item, job.Options.Conflict));
        return isInTheWay ? refusal with { Kind = SessionReplyKind.Final } : null;
    }

    /// <summary>Makes the file of a session that has every byte.</summary>
    internal async Task<SessionReply> CommitAsync(OpenSession session, CancellationToken cancellationToken)
    {
        var reply = await _commit.RunAsync(session, job.Destination, job.Options, job.Length, cancellationToken).ConfigureAwait(false);
        if (reply.Kind is not SessionReplyKind.Completed)
            MaybeCompleted = session;
        return reply;
    }

    /// <summary>Whether an item explains that the name is in use.</summary>
    internal static bool IsInTheWay(DriveItem item, ConflictBehavior conflict) => conflict switch
    {
        ConflictBehavior.Fail => true,
        ConflictBehavior.Replace => item.Folder is not null,
        _ => false,
    };

    private SoughtUpload SoughtOf(OpenSession session) => job.Sought(session.Before) with
    {
        Since = () => SinceOf(transport, session),
        SentLastByte = session.SentLastByte,
    };

    private static DateTimeOffset SinceOf(GraphTransport transport, OpenSession session) =>
        session.IsResumed ? session.Created - ClockTolerance : SinceOf(transport, session.AskedAt);

    /// <summary>The service's time at a local timestamp; an earlier one if the service's time is unknown.</summary>
    internal static DateTimeOffset SinceOf(GraphTransport transport, long timestamp) =>
        transport.ServiceClock.At(timestamp)
        ?? transport.TimeProvider.GetUtcNow() - transport.TimeProvider.GetElapsedTime(timestamp) - ClockTolerance;
}
