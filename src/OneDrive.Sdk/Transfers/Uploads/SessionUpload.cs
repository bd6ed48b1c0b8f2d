using System.Globalization;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Drives one upload session until the file is there. What the service says it misses is the only truth: after any doubt it is asked, and
/// then the upload goes on from there, forwards or backwards. A session that is lost is replaced by a new one.
/// </summary>
internal sealed class SessionUpload(
    GraphTransport transport, UploadSessionClient client, UploadJob job, UploadLedger? ledger, ILogger logger)
{
    /// <summary>A lost session costs everything that was sent: more than this many in a row are no accident.</summary>
    private const int MaximumRestarts = 3;

    /// <summary>A session that was opened a moment ago may not be known everywhere yet.</summary>
    private const int MaximumWaitsForFreshSession = 3;

    private readonly FragmentSender _sender = new(transport, client, job);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);
    private readonly UploadEnding _ending = new(transport, client, job, logger);
    private OpenSession? _session;
    private ByteRange _fragment;
    private long _acknowledged;
    private int _waitsForFreshSession;
    private int _restarts;
    private bool _wasRefusedAccess;
    private bool _sentEverything;
    private bool _missedNothing;

    /// <summary>The address of the session that is open now.</summary>
    internal Uri? SessionUrl => _session?.Url;

    /// <summary>The byte from which an earlier upload was continued.</summary>
    internal long? ResumedFrom { get; private set; }

    /// <summary>Uploads the content, going on with a session of an earlier call when there is one.</summary>
    /// <returns>The file; null when every byte is there and the commit is deferred.</returns>
    internal async Task<DriveItem?> RunAsync(OpenSession? earlier, CancellationToken cancellationToken)
    {
        var reply = earlier is null
            ? await BeginAsync(cancellationToken).ConfigureAwait(false)
            : await ResumeAsync(earlier, cancellationToken).ConfigureAwait(false);
        while (reply.Kind is not (SessionReplyKind.Completed or SessionReplyKind.Deferred))
            reply = await NextAsync(reply, cancellationToken).ConfigureAwait(false);

        job.Acknowledge(job.Length);
        if (reply.Kind is SessionReplyKind.Deferred)
            await SaveCompleteAsync(cancellationToken).ConfigureAwait(false);
        _session = null;
        return reply.Item;
    }

    private Task<SessionReply> NextAsync(SessionReply reply, CancellationToken cancellationToken) => reply.Kind switch
    {
        SessionReplyKind.Misses => SendAsync(_sender.Next(reply.Missing), cancellationToken),
        SessionReplyKind.NotNow => SendAgainLaterAsync(reply, cancellationToken),
        SessionReplyKind.Unknown or SessionReplyKind.OutOfStep => AskLaterAsync(reply, cancellationToken),
        SessionReplyKind.MissesNothing => AfterEverythingArrivedAsync(reply, cancellationToken),
        SessionReplyKind.Gone => AfterGoneAsync(reply, cancellationToken),
        SessionReplyKind.Revoked => AfterRevokedAsync(reply, cancellationToken),
        _ => AfterRefusalAsync(reply, cancellationToken),
    };

    private async Task<SessionReply> BeginAsync(CancellationToken cancellationToken)
    {
        var answer = await client.CreateAsync(job.Destination, job.Options, job.Length, cancellationToken).ConfigureAwait(false);
        _session = new OpenSession(
            new Uri(answer.UploadUrl!), transport.TimeProvider.GetUtcNow(), answer.ExpirationDateTime, isResumed: false)
        {
            IsDeferred = job.Options.DeferCommit,
        };
        if (ledger is not null)
            await ledger.SaveAsync(job, _session, cancellationToken).ConfigureAwait(false);

        _patience.Renew();
        _acknowledged = 0;
        _waitsForFreshSession = 0;
        _sentEverything = false;
        _missedNothing = false;
        ResumedFrom = null;
        job.Acknowledge(0);
        return SessionReply.Misses(new ByteRange(0, job.Length));
    }

    private async Task<SessionReply> ResumeAsync(OpenSession earlier, CancellationToken cancellationToken)
    {
        _session = earlier;

        // The earlier call may have ended after its last fragment was taken and before it could forget the session.
        _ending.MaybeCompleted = earlier;
        var reply = await AskAsync(cancellationToken).ConfigureAwait(false);
        while (reply.Kind is SessionReplyKind.Unknown)
            reply = await AskLaterAsync(reply, cancellationToken).ConfigureAwait(false);

        if (!await CanGoOnAsync(earlier, reply, cancellationToken).ConfigureAwait(false))
        {
            await client.TryCancelAsync(earlier.Url).ConfigureAwait(false);
            job.RequireBeginning(reply.Error);
            return await BeginAsync(cancellationToken).ConfigureAwait(false);
        }

        if (reply.Kind is SessionReplyKind.Misses or SessionReplyKind.MissesNothing)
        {
            _ending.MaybeCompleted = null;
            ResumedFrom = reply.Kind is SessionReplyKind.Misses ? reply.Missing.Start : job.Length;
            Log.UploadResumed(logger, ResumedFrom.Value, job.Length);
        }

        return reply;
    }

    // Whatever place a session was opened for, its bytes can become a file anywhere once they are complete, but not before.
    private async ValueTask<bool> CanGoOnAsync(OpenSession earlier, SessionReply reply, CancellationToken cancellationToken) =>
        reply.Kind switch
        {
            SessionReplyKind.Misses => !earlier.IsForOtherTarget && (earlier.IsDeferred || !job.Options.DeferCommit),
            SessionReplyKind.MissesNothing => earlier.ContentHash is not { } hash
                || hash == await job.Source.GetHashAsync(cancellationToken).ConfigureAwait(false),
            _ => true,
        };

    private async Task<SessionReply> SendAsync(ByteRange fragment, CancellationToken cancellationToken)
    {
        _fragment = fragment;
        if (ledger is not null)
            await ledger.RenewAsync(cancellationToken).ConfigureAwait(false);
        if (fragment.End == job.Length && await _ending.FindLateAsync(_session!, cancellationToken).ConfigureAwait(false) is { } late)
            return late;

        var reply = await _sender.SendAsync(_session!.Url, fragment, cancellationToken).ConfigureAwait(false);
        _sentEverything |= fragment.End == job.Length;
        if (fragment.End == job.Length
            && reply.Kind is SessionReplyKind.Unknown or SessionReplyKind.OutOfStep or SessionReplyKind.MissesNothing)
            _ending.MaybeCompleted = _session;

        if (reply.Kind is SessionReplyKind.Misses && reply.Missing.Start <= fragment.Start)
            await WaitAsync(reply, cancellationToken).ConfigureAwait(false);
        return Acknowledge(reply);
    }

    private async Task<SessionReply> AskAsync(CancellationToken cancellationToken)
    {
        var reply = await client.AskAsync(_session!.Url, job.Length, cancellationToken).ConfigureAwait(false);

        // A session that has no time to answer leaves the doubt: it is asked again, and nothing is sent that it may have.
        return Acknowledge(reply.Kind is SessionReplyKind.NotNow ? reply with { Kind = SessionReplyKind.Unknown } : reply);
    }

    private async Task<SessionReply> AskLaterAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        await WaitAsync(reply, cancellationToken).ConfigureAwait(false);
        return await AskAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<SessionReply> SendAgainLaterAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        await WaitAsync(reply, cancellationToken).ConfigureAwait(false);
        return await SendAsync(_fragment, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SessionReply> AfterGoneAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        if (_session is { IsResumed: false }
            && _acknowledged == 0
            && _ending.MaybeCompleted != _session
            && _waitsForFreshSession++ < MaximumWaitsForFreshSession)
            return await SendAgainLaterAsync(reply, cancellationToken).ConfigureAwait(false);
        return await FindCompletedAsync(cancellationToken).ConfigureAwait(false)
            ?? await BeginAgainAsync(reply, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SessionReply> AfterRevokedAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        // 401 can also mean that a proxy insists on a token, which an upload address never gets: one new session, not three.
        var isUnauthorized = reply.Error is OneDriveApiException { StatusCode: System.Net.HttpStatusCode.Unauthorized };
        if (isUnauthorized && _wasRefusedAccess)
            throw reply.Error!;
        _wasRefusedAccess |= isUnauthorized;
        return await FindCompletedAsync(cancellationToken).ConfigureAwait(false)
            ?? await BeginAgainAsync(reply, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SessionReply> AfterEverythingArrivedAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        if (job.Options.DeferCommit)
            return new SessionReply(SessionReplyKind.Deferred);

        // The service may be about to make the file of its own accord.
        if (_session is { IsResumed: false, IsDeferred: false } && !_missedNothing)
        {
            _missedNothing = true;
            return await AskLaterAsync(reply, cancellationToken).ConfigureAwait(false);
        }

        _missedNothing = true;
        reply = await _ending.CommitAsync(_session!, cancellationToken).ConfigureAwait(false);
        if (!UploadCommit.IsNotOffered(reply))
            return reply;

        await client.TryCancelAsync(_session!.Url).ConfigureAwait(false);
        return await BeginAgainAsync(reply, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SessionReply> AfterRefusalAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        // The file that is in the way may be our own, of a session whose last answer was lost.
        if (reply.Error is ItemConflictException or PreconditionFailedException
            && await FindCompletedAsync(cancellationToken).ConfigureAwait(false) is { } completed)
            return completed;

        // The session keeps its bytes: what was refused at the end can be asked for again.
        if (_sentEverything && !_missedNothing && reply.Error is ItemConflictException && job.Options.Conflict is not ConflictBehavior.Fail)
        {
            _missedNothing = true;
            var second = await _ending.CommitAsync(_session!, cancellationToken).ConfigureAwait(false);
            if (!UploadCommit.IsNotOffered(second))
                return second;
        }

        if (_sentEverything)
            await SaveCompleteAsync(cancellationToken).ConfigureAwait(false);
        throw reply.Error!;
    }

    private async Task SaveCompleteAsync(CancellationToken cancellationToken)
    {
        if (ledger is not null && _session is { } session && (session.ContentHash is null || session.IsForOtherTarget))
        {
            var hash = await job.Source.GetHashAsync(cancellationToken).ConfigureAwait(false);
            await ledger.TrySaveCompleteAsync(job, session, hash).ConfigureAwait(false);
        }
    }

    private async Task<SessionReply?> FindCompletedAsync(CancellationToken cancellationToken)
    {
        var completed = await _ending.FindAsync(cancellationToken).ConfigureAwait(false);
        if (completed is not null && _ending.MaybeCompleted!.IsResumed)
            ResumedFrom ??= job.Length;
        return completed;
    }

    private async Task<SessionReply> BeginAgainAsync(SessionReply reason, CancellationToken cancellationToken)
    {
        var error = reason.Error!;
        if (++_restarts > Math.Min(MaximumRestarts, transport.Rules.Settings.MaxRetryAttempts))
            throw error;
        job.RequireBeginning(error);
        Log.UploadRestarted(logger, error.GetType().Name, _restarts);
        Instruments.Restarts.Add(1);
        if (_restarts > 1)
            await Task.Delay(
                transport.Rules.DelayBefore(_restarts - 2, null), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        _session = null;
        return await BeginAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WaitAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        var error = reply.Error
            ?? new OneDriveConnectionException($"The upload session does not take the bytes from {_fragment.Start} on.");
        var delay = await _patience.WaitAsync(
            error, reply.RetryAfter, reply.Kind is SessionReplyKind.OutOfStep, cancellationToken).ConfigureAwait(false);
        var status = (int?)(error as OneDriveApiException)?.StatusCode;
        CallMetrics.Retried("Content.UploadFragment", status);
        var outcome = status is { } code ? code.ToString(CultureInfo.InvariantCulture) : "no answer";
        Log.FragmentDoubt(logger, outcome, _fragment.Start, _fragment.End, delay);
        if (ledger is not null)
            await ledger.RenewAsync(cancellationToken).ConfigureAwait(false);
    }

    private SessionReply Acknowledge(SessionReply reply)
    {
        if (reply.Kind is SessionReplyKind.Misses && reply.Missing.Start > _acknowledged)
        {
            _acknowledged = reply.Missing.Start;
            _patience.Renew();
            job.Acknowledge(_acknowledged);
        }

        return reply;
    }
}
