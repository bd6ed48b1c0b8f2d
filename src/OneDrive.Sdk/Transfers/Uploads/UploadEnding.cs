using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>The end of an upload: makes the file of a session, and finds it when nobody knows whether it was made.</summary>
internal sealed class UploadEnding(GraphTransport transport, UploadSessionClient client, UploadJob job, ILogger logger)
{
    private readonly CompletedUpload _completed = new(transport);
    private readonly UploadCommit _commit = new(transport, client);

    /// <summary>The session that may have become a file without our knowledge.</summary>
    internal OpenSession? MaybeCompleted { get; set; }

    /// <summary>Finds the file of the session that may be complete; null when there is no such session, or no such file.</summary>
    internal async Task<SessionReply?> FindAsync(CancellationToken cancellationToken)
    {
        if (MaybeCompleted is null
            || await _completed.FindAsync(job.Sought, MaybeCompleted.Created, cancellationToken).ConfigureAwait(false) is not { } item)
            return null;

        Log.LostAcknowledgement(logger, job.Length);
        return SessionReply.Completed(item);
    }

    /// <summary>
    /// Looks once more for the file of a session that was lost together with its last answer, before a second one appears under a name
    /// that the service chooses.
    /// </summary>
    internal async Task<SessionReply?> FindLateAsync(OpenSession current, CancellationToken cancellationToken)
    {
        if (MaybeCompleted is null || MaybeCompleted == current || job.Sought.FolderOfRenamed is null
            || await FindAsync(cancellationToken).ConfigureAwait(false) is not { } completed)
            return null;

        await client.TryCancelAsync(current.Url).ConfigureAwait(false);
        return completed;
    }

    /// <summary>Makes the file of a session that has every byte.</summary>
    internal async Task<SessionReply> CommitAsync(OpenSession session, CancellationToken cancellationToken)
    {
        var reply = await _commit.RunAsync(session, job.Destination, job.Options, job.Length, cancellationToken).ConfigureAwait(false);
        if (reply.Kind is SessionReplyKind.Unknown or SessionReplyKind.Gone)
            MaybeCompleted = session;
        return reply;
    }
}
