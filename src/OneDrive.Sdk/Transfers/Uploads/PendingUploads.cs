using System.Net;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>The incomplete uploads: lists and cancels them, and removes those that expired at the service.</summary>
internal sealed class PendingUploads(GraphTransport transport, IUploadSessionStore sessions, ILogger logger)
{
    private readonly UploadSessionClient _client = new(transport);

    internal async Task<IReadOnlyList<PendingUpload>> ListAsync(CancellationToken cancellationToken)
    {
        var records = await sessions.ListAsync(cancellationToken).ConfigureAwait(false);
        return [.. records.Select(PendingUpload.From).OrderBy(upload => upload.Created)];
    }

    /// <summary>Deletes the session and the record; false if the upload does not exist.</summary>
    /// <exception cref="OneDriveException">A worker holds the lease of the upload.</exception>
    internal async Task<bool> CancelAsync(string resumeKey, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resumeKey);
        var ledger = await UploadLedger.OpenAsync(
            sessions, resumeKey, transport.TimeProvider, logger, cancellationToken).ConfigureAwait(false);
        await using (ledger.ConfigureAwait(false))
        {
            if (await ledger.FindAsync(cancellationToken).ConfigureAwait(false) is not { } record)
                return false;

            // In this order a terminated process leaves a record that can be cancelled again, not an unknown session.
            await _client.EndAsync(record.UploadUrl, cancellationToken).ConfigureAwait(false);
            await ledger.RemoveAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Removes the uploads whose session has expired at the service, and returns their number.</summary>
    internal async Task<int> RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var record in await sessions.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (IsPastItsTime(record) && await TryRemoveAsync(record.Key, cancellationToken).ConfigureAwait(false))
                removed++;
        }

        return removed;
    }

    // The service's time is known once it has answered anything to this client.
    private bool IsPastItsTime(UploadSessionRecord record) => !(record.Expires > (
        transport.ServiceClock.At(transport.TimeProvider.GetTimestamp()) ?? transport.TimeProvider.GetUtcNow()));

    private async Task<bool> TryRemoveAsync(string key, CancellationToken cancellationToken)
    {
        var ledger = await UploadLedger.TryOpenAsync(
            sessions, key, transport.TimeProvider, logger, cancellationToken).ConfigureAwait(false);
        if (ledger is null)
            return false;

        await using (ledger.ConfigureAwait(false))
        {
            // A worker may have been there since the list was made.
            if (await ledger.FindAsync(cancellationToken).ConfigureAwait(false) is not { } record || !IsPastItsTime(record))
                return false;

            // Fragments may have put the end off, so the service has the last word; while it does not answer, nothing is forgotten.
            var reply = await _client.AskAsync(record.UploadUrl, record.Length, cancellationToken).ConfigureAwait(false);
            if (reply is not
                {
                    Error: OneDriveApiException
                    {
                        StatusCode: HttpStatusCode.NotFound or HttpStatusCode.Gone
                            or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                    }
                })
                return false;

            await ledger.RemoveAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }
}
