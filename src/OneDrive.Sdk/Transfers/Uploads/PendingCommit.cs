using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Commits an upload whose bytes are all at the service, using only its record.</summary>
internal sealed class PendingCommit(GraphTransport transport, IUploadSessionStore sessions, ILogger logger)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly UploadSessionClient _client = new(transport);
    private readonly CompletedUpload _completed = new(transport);

    internal async Task<UploadResult> RunAsync(string resumeKey, CommitUploadOptions options, CancellationToken cancellationToken)
    {
        Require(resumeKey, options);
        var ledger = await UploadLedger.OpenAsync(
            sessions, resumeKey, transport.TimeProvider, logger, cancellationToken).ConfigureAwait(false);
        await using (ledger.ConfigureAwait(false))
        {
            var record = await ledger.FindAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new UploadNotResumableException(
                    $"The session store does not contain the upload '{resumeKey}'. It was committed, cancelled or never started.");
            var item = await CompleteAsync(ledger, record, options, cancellationToken).ConfigureAwait(false);
            await ledger.TryRemoveAsync().ConfigureAwait(false);
            return new UploadResult(item, Verify(item, record), record.Length);
        }
    }

    private async Task<DriveItem> CompleteAsync(
        UploadLedger ledger, UploadSessionRecord record, CommitUploadOptions changes, CancellationToken cancellationToken)
    {
        var destination = changes.Destination ?? ItemAddressText.TryParse(record.Destination) ?? throw new ArgumentException(
            $"The record does not contain the address of '{record.Destination}'. Set {nameof(CommitUploadOptions.Destination)}.",
            nameof(changes));
        var options = Merge(record, changes);
        var session = SessionOf(record, changes);
        var commit = new UploadCommit(transport, _client);
        var patience = new TransferPatience(transport.Rules, transport.TimeProvider);
        var reply = await AskAsync(session, record, cancellationToken).ConfigureAwait(false);
        while (reply.Kind is not SessionReplyKind.Completed)
        {
            switch (reply.Kind)
            {
                case SessionReplyKind.MissesNothing:
                    reply = await commit.RunAsync(session, destination, options, record.Length, cancellationToken).ConfigureAwait(false);
                    break;
                case SessionReplyKind.Misses:
                    throw new OneDriveException(
                        $"The service has not received the bytes of the upload '{record.Key}' from {reply.Missing.Start} on. Upload them "
                        + "first, with the "
                        + $"same {nameof(UploadOptions.ResumeKey)}.");
                case SessionReplyKind.Refused when reply.Question is SessionQuestion.Status:
                    var isSamePlace = changes.Destination is null;
                    return await FindAsync(destination, options, record, isSamePlace, cancellationToken).ConfigureAwait(false)
                        ?? throw new UploadNotResumableException(
                            $"The upload session of '{record.Key}' has expired, and the file does not exist. Upload it "
                            + "again.", reply.Error);
                case SessionReplyKind.Refused or SessionReplyKind.Final:
                    throw reply.Error!;
                default:
                    await patience.WaitAsync(reply.Error!, reply.RetryAfter, isHarmless: false, cancellationToken).ConfigureAwait(false);
                    await ledger.RenewAsync(cancellationToken).ConfigureAwait(false);
                    reply = await AskAsync(session, record, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        return reply.Item!;
    }

    private Task<SessionReply> AskAsync(OpenSession session, UploadSessionRecord record, CancellationToken cancellationToken) =>
        _client.AskAsync(session.Url, record.Length, cancellationToken);

    // Its file may be there: the answer to this commit, or to an earlier one, was lost.
    private async Task<DriveItem?> FindAsync(
        ItemAddress destination,
        UploadOptions options,
        UploadSessionRecord record,
        bool isSamePlace,
        CancellationToken cancellationToken)
    {
        var sought = new SoughtUpload(destination, options.Conflict, record.Length, _ => ValueTask.FromResult(record.ContentHash))
        {
            Times = record.Times,
            Before = record.ExistedBefore is { } existed && isSamePlace
                ? new DestinationSnapshot(existed, null, record.ContentTagBefore, record.TimesBefore)
                : null,
            Since = () => record.Created - ClockTolerance,
            SentLastByte = record.ContentHash is not null,
        };
        var item = await _completed.FindAsync(sought, LookupDelays.Short, null, cancellationToken).ConfigureAwait(false);
        if (item is not null)
            Log.LostAcknowledgement(logger, record.Length);
        return item;
    }

    private ContentIntegrity Verify(DriveItem item, UploadSessionRecord record) =>
        transport.Transfers.VerifyContentHash && record.ContentHash is { } hash
            ? ContentVerification.Compare(item, record.Length, hash, "upload")
            : ContentIntegrity.NotChecked;

    private static void Require(string resumeKey, CommitUploadOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resumeKey);
        if (options.Destination is { } destination)
            UploadCalls.RequireFile(destination);
        if (options.Conflict is { } conflict && !Enum.IsDefined(conflict))
            throw new ArgumentException($"The value '{conflict}' is not a {nameof(ConflictBehavior)}. Use "
                + $"{string.Join(", ", Enum.GetNames<ConflictBehavior>())}.", nameof(options));
        _ = ConditionalHeaders.Of(new UploadOptions { IfMatch = options.IfMatch, IfNoneMatch = options.IfNoneMatch });
    }

    private static OpenSession SessionOf(UploadSessionRecord record, CommitUploadOptions changes) =>
        new(record.UploadUrl, record.Created, record.Expires, isResumed: true)
        {
            IsDeferred = record.DeferCommit,
            IsForOtherTarget = changes is not { Destination: null, Conflict: null, IfMatch: null, IfNoneMatch: null },
            ContentHash = record.ContentHash,
        };

    private static UploadOptions Merge(UploadSessionRecord record, CommitUploadOptions changes)
    {
        var isSamePlace = changes.Destination is null;
        return new UploadOptions
        {
            Conflict = changes.Conflict ?? record.Conflict,
            IfMatch = changes.IfMatch ?? (isSamePlace ? record.IfMatch : null),
            IfNoneMatch = changes.IfNoneMatch ?? (isSamePlace ? record.IfNoneMatch : null),
            Times = record.Times,
            Description = record.Description,
        };
    }
}
