using System.Globalization;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Runs one upload session until the file exists. <see cref="SessionRules"/> decides the next step; this class executes it.
/// </summary>
internal sealed class SessionUpload(
    GraphTransport transport, UploadSessionClient client, UploadJob job, UploadLedger? ledger, ILogger logger)
{
    private static readonly TimeSpan FirstWaitForYoungSession = TimeSpan.FromMilliseconds(500);

    private readonly FragmentSender _sender = new(transport, client, job);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);
    private readonly UploadEnding _ending = new(transport, client, job, logger);
    private readonly SessionState _state = new(job);
    private int _waitsForYoungSession;

    /// <summary>The byte from which an earlier upload was continued.</summary>
    internal long? ResumedFrom { get; private set; }

    /// <summary>Uploads the content, resuming the session of an earlier call if there is one.</summary>
    /// <returns>The file; null if all bytes were received and the commit is deferred.</returns>
    internal async Task<DriveItem?> RunAsync(OpenSession? earlier, CancellationToken cancellationToken)
    {
        var reply = earlier is null
            ? await BeginAsync(cancellationToken).ConfigureAwait(false)
            : await ResumeAsync(earlier, cancellationToken).ConfigureAwait(false);
        NextStep step;
        while ((step = SessionRules.After(reply, _state)) is not (NextStep.Finish or NextStep.Defer))
            reply = await TakeAsync(step, reply, cancellationToken).ConfigureAwait(false);

        job.Acknowledge(job.Length);
        if (step is NextStep.Defer)
            await SaveCompleteAsync(cancellationToken).ConfigureAwait(false);
        _state.Close();
        return reply.Item;
    }

    /// <summary>
    /// Deletes the session of a failed upload that cannot be resumed. A session that has received all bytes may still become the file, and
    /// is deleted only if the caller cancelled.
    /// </summary>
    internal Task EndAsync(CancellationToken cancellationToken) => _state switch
    {
        { Session: null } => Task.CompletedTask,
        { MayBecomeFile: true, IsOver: false } when !cancellationToken.IsCancellationRequested => Task.CompletedTask,
        { Session: { } session } => client.EndAsync(session.Url, cancellationToken),
    };

    private Task<SessionReply> TakeAsync(NextStep step, SessionReply reply, CancellationToken cancellationToken) => step switch
    {
        NextStep.Send => SendAsync(_sender.Next(reply.Missing), cancellationToken),
        NextStep.SendAgain => SendAgainAsync(reply, cancellationToken),
        NextStep.Ask => AskAsync(cancellationToken),
        NextStep.AskLater => AskLaterAsync(reply, cancellationToken),
        NextStep.AskYoungSession => AskYoungSessionAsync(cancellationToken),
        NextStep.LookAtName => LookAtNameAsync(reply, cancellationToken),
        NextStep.MakeFile => MakeFileAsync(reply, cancellationToken),
        NextStep.FindOrBeginAgain => FindOrBeginAgainAsync(reply, cancellationToken),
        NextStep.BeginAgain => BeginAgainAsync(reply, cancellationToken),
        _ => FailAsync(reply, cancellationToken),
    };

    private async Task<SessionReply> BeginAsync(CancellationToken cancellationToken)
    {
        if (job.Prepared is { } prepared && prepared.TryTake(job.Options))
            return Open(prepared);
        var before = await DestinationSnapshot.ReadAsync(transport, job, cancellationToken).ConfigureAwait(false);
        var asked = transport.TimeProvider.GetTimestamp();
        UploadSession answer;
        try
        {
            answer = await client.CreateAsync(job, before ?? _ending.MaybeCompleted?.Before, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveApiException exception) when (exception is ItemConflictException or PreconditionFailedException)
        {
            // The conflicting item may be the file of a session that was lost together with its last response.
            if (await FindAsync(LookupDelays.None, cancellationToken).ConfigureAwait(false) is { } completed)
                return completed;
            throw;
        }

        var session = new OpenSession(
            new Uri(answer.UploadUrl!),
            transport.ServiceClock.At(asked) ?? transport.TimeProvider.GetUtcNow(),
            answer.ExpirationDateTime,
            isResumed: false)
        {
            AskedAt = asked,
            IsDeferred = job.Options.DeferCommit,
            Before = before,
        };
        _state.Open(session);
        await job.Source.StopReadingAsync().ConfigureAwait(false);
        await SaveAsync(session, cancellationToken).ConfigureAwait(false);
        WriteProgressOf(session);

        _patience.Renew();
        _waitsForYoungSession = 0;
        ResumedFrom = null;
        job.Acknowledge(0);
        return SessionReply.Misses(new ByteRange(0, job.Length));
    }

    private SessionReply Open(PreparedSession prepared)
    {
        _state.Open(new OpenSession(
            prepared.Url,
            transport.ServiceClock.At(prepared.AskedAt) ?? transport.TimeProvider.GetUtcNow(),
            prepared.Expires,
            isResumed: false)
        {
            AskedAt = prepared.AskedAt,
            Before = prepared.Before,
        });
        job.Acknowledge(0);
        return SessionReply.Misses(new ByteRange(0, job.Length));
    }

    // What has a fingerprint is told from other content by that.
    private void WriteProgressOf(OpenSession session) => job.Source.BeforeEnd = ledger is null || job.Fingerprint is not null
        ? null
        : (end, hash, cancellationToken) => ledger.SaveProgressAsync(job, session, new PrefixHash(end, hash), cancellationToken);

    // A session that no record leads to would stay until it ends by itself.
    private async Task SaveAsync(OpenSession session, CancellationToken cancellationToken)
    {
        if (ledger is null)
            return;
        try
        {
            await ledger.SaveAsync(job, session, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await client.EndAsync(session.Url, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<SessionReply> ResumeAsync(OpenSession earlier, CancellationToken cancellationToken)
    {
        _state.Resume(earlier);

        // The earlier call may have ended after its last fragment was taken and before it could forget the session.
        _ending.MaybeCompleted = earlier;
        var reply = await AskAsync(cancellationToken).ConfigureAwait(false);
        while (reply.Kind is SessionReplyKind.Unknown or SessionReplyKind.NotNow or SessionReplyKind.OutOfStep)
            reply = await AskLaterAsync(reply, cancellationToken).ConfigureAwait(false);

        if (!await CanGoOnAsync(earlier, reply, cancellationToken).ConfigureAwait(false))
        {
            await client.EndAsync(earlier.Url, cancellationToken).ConfigureAwait(false);
            _state.Close();
            if (ledger is not null)
                await ledger.RemoveAsync(cancellationToken).ConfigureAwait(false);
            job.RequireBeginning(reply.Error);
            return await BeginAsync(cancellationToken).ConfigureAwait(false);
        }

        if (reply.Kind is SessionReplyKind.Misses or SessionReplyKind.MissesNothing)
        {
            _ending.MaybeCompleted = reply.Kind is SessionReplyKind.Misses ? null : earlier;
            ResumedFrom = reply.Kind is SessionReplyKind.Misses ? reply.Missing.Start : job.Length;
            Log.UploadResumed(logger, ResumedFrom.Value, job.Length);
        }

        WriteProgressOf(earlier);
        return reply;
    }

    // Whatever place a session was opened for, its bytes can become a file anywhere once they are complete, but not before.
    private async ValueTask<bool> CanGoOnAsync(OpenSession earlier, SessionReply reply, CancellationToken cancellationToken) =>
        reply.Kind switch
        {
            SessionReplyKind.Misses => !earlier.IsForOtherTarget
                && (earlier.IsDeferred || !job.Options.DeferCommit)
                && await HasSameBeginningAsync(earlier, reply.Missing.Start, cancellationToken).ConfigureAwait(false),
            SessionReplyKind.MissesNothing => earlier.ContentHash is { } hash
                ? hash == await job.Source.GetHashAsync(cancellationToken).ConfigureAwait(false)
                : await HasSameBeginningAsync(earlier, job.Length, cancellationToken).ConfigureAwait(false),
            SessionReplyKind.Mute => false,
            _ => true,
        };

    /// <summary>
    /// Whether the session contains the first bytes of this content. A fingerprint is sufficient; without one the acknowledged bytes are
    /// read again, which a resumed upload does for its hash anyway, and compared. Bytes without a recorded hash are not trusted.
    /// </summary>
    private async ValueTask<bool> HasSameBeginningAsync(OpenSession earlier, long start, CancellationToken cancellationToken)
    {
        if (start == 0 || job.Fingerprint is not null)
            return true;

        // Exactly this many bytes, so that a non-seekable stream can continue; otherwise at least this many.
        var known = new[] { earlier.Acknowledged, earlier.Sent }
            .Where(one => one is not null && one.Length >= start && one.Length <= job.Length)
            .MinBy(one => one!.Length);
        return known is not null
            && (known.Length == start || job.Source.CanSeek)
            && await job.Source.GetHashOfFirstAsync(known.Length, cancellationToken).ConfigureAwait(false) == known.Hash;
    }

    private async Task<SessionReply> SendAsync(ByteRange fragment, CancellationToken cancellationToken)
    {
        var session = _state.Session!;
        if (ledger is not null)
            await ledger.RenewAsync(cancellationToken).ConfigureAwait(false);
        if (fragment.End == job.Length && await _ending.FindLateAsync(session, cancellationToken).ConfigureAwait(false) is { } late)
            return late;

        var reply = await _sender.SendAsync(session.Url, fragment, cancellationToken).ConfigureAwait(false);
        _state.Sent(fragment);
        if (fragment.End == job.Length && reply.Kind is not (SessionReplyKind.NotNow or SessionReplyKind.Final or SessionReplyKind.Misses))
            _ending.MaybeCompleted = session;

        if (reply.Kind is SessionReplyKind.Misses && reply.Missing.Start <= fragment.Start
            && await WaitOrFindAsync(reply, cancellationToken).ConfigureAwait(false) is { } found)
            return found;
        return Learn(reply);
    }

    private async Task<SessionReply> AskAsync(CancellationToken cancellationToken) =>
        Learn(await client.AskAsync(_state.Session!.Url, job.Length, cancellationToken).ConfigureAwait(false));

    private async Task<SessionReply> AskLaterAsync(SessionReply reply, CancellationToken cancellationToken) =>
        await WaitOrFindAsync(reply, cancellationToken).ConfigureAwait(false) ?? await AskAsync(cancellationToken).ConfigureAwait(false);

    private async Task<SessionReply> SendAgainAsync(SessionReply reply, CancellationToken cancellationToken) =>
        await WaitOrFindAsync(reply, cancellationToken).ConfigureAwait(false)
        ?? await SendAsync(_state.Fragment, cancellationToken).ConfigureAwait(false);

    private async Task<SessionReply> AskYoungSessionAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(FirstWaitForYoungSession * (1 << _waitsForYoungSession++), transport.TimeProvider, cancellationToken)
            .ConfigureAwait(false);
        return await AskAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<SessionReply> LookAtNameAsync(SessionReply reply, CancellationToken cancellationToken) =>
        await _ending.LookAtNameAsync(_state.Session!, reply, cancellationToken).ConfigureAwait(false)
        ?? await AskAsync(cancellationToken).ConfigureAwait(false);

    private async Task<SessionReply> MakeFileAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        var session = _state.Session!;
        _ending.MaybeCompleted = session;

        // The service may be creating the file already; commit it if the end was rejected, or if the file does not appear.
        var maySelfCommit = session is { IsDeferred: false, IsForOtherTarget: false, ContentHash: null } && !_state.WasCommitted;
        if (maySelfCommit && !_state.WasEndRefused
            && await FindAsync(LookupDelays.Long, cancellationToken).ConfigureAwait(false) is { } made)
            return made;

        _state.WasCommitted = true;
        var commit = await _ending.CommitAsync(session, cancellationToken).ConfigureAwait(false);
        if (commit.Kind is not SessionReplyKind.Refused)
            return commit with { Question = SessionQuestion.Commit };
        if (session.IsForOtherTarget && UploadCommit.IsNotOffered(commit))
            return await BeginAgainAsync(commit, cancellationToken).ConfigureAwait(false);
        var delays = maySelfCommit && _state.WasEndRefused ? LookupDelays.Long : LookupDelays.None;
        if (await FindAsync(delays, cancellationToken).ConfigureAwait(false) is { } found)
            return found;
        if (commit.Error is ItemConflictException or PreconditionFailedException)
            return commit;
        await SaveCompleteAsync(cancellationToken).ConfigureAwait(false);
        throw new OneDriveConnectionException($"{reply.Error!.Message} A commit was rejected: {commit.Error!.Message}", commit.Error);
    }

    private async Task<SessionReply> FindOrBeginAgainAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        var waits = _state switch
        {
            { IsEndUnknown: true } or { HasEverything: true } => LookupDelays.Long,
            { SentLastByte: true } => LookupDelays.Medium,
            _ => LookupDelays.Short,
        };
        return await FindAsync(waits, cancellationToken).ConfigureAwait(false)
            ?? await BeginAgainAsync(reply, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SessionReply> FailAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        _state.IsOver = true;
        if (_state.SentLastByte || _state.HasEverything)
            await SaveCompleteAsync(cancellationToken).ConfigureAwait(false);
        if (reply.Kind is not SessionReplyKind.Refused)
            throw reply.Error!;
        var error = (reply.Question is SessionQuestion.Fragment ? _state.FirstRefusal : null) ?? reply.Error!;
        throw error is ItemConflictException { IsTransient: false } taken && job.Options.Conflict is not ConflictBehavior.Fail
            ? ErrorReader.NameInUse(taken)
            : error;
    }

    private async Task SaveCompleteAsync(CancellationToken cancellationToken)
    {
        if (ledger is not null && _state.Session is { } session && (session.ContentHash is null || session.IsForOtherTarget))
        {
            var hash = await job.Source.GetHashAsync(cancellationToken).ConfigureAwait(false);
            await ledger.TrySaveCompleteAsync(job, session, hash).ConfigureAwait(false);
        }
    }

    private async Task<SessionReply?> FindAsync(TimeSpan[] waits, CancellationToken cancellationToken)
    {
        var completed = await _ending.FindAsync(waits, cancellationToken).ConfigureAwait(false);
        if (completed is not null && _ending.MaybeCompleted!.IsResumed)
            ResumedFrom ??= job.Length;
        return completed;
    }

    private async Task<SessionReply> BeginAgainAsync(SessionReply reason, CancellationToken cancellationToken)
    {
        var error = _state.FirstRefusal ?? reason.Error!;
        _state.IsOver = true;
        var restart = _state.Opened + (_state.Session is { IsResumed: true } ? 1 : 0);
        if (_state.Opened >= SessionRules.MaximumSessions || transport.Rules.Settings.MaxRetryAttempts < restart)
            throw error;
        job.RequireBeginning(error);
        Log.UploadRestarted(logger, error.GetType().Name, restart);
        Instruments.Restarts.Add(1);

        // On drives of organizations a session that is left blocks its name.
        await client.EndAsync(_state.Session!.Url, cancellationToken).ConfigureAwait(false);
        _state.Close();
        if (restart > 1)
            await Task.Delay(
                transport.Rules.DelayBefore(restart - 2, null), transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        return await BeginAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Waits after a failure. After too many failures, if the last byte was sent, the file is looked for before the upload fails.
    /// </summary>
    /// <returns>The file; null when the upload continues.</returns>
    private async Task<SessionReply?> WaitOrFindAsync(SessionReply reply, CancellationToken cancellationToken)
    {
        var error = reply.Error
            ?? new OneDriveConnectionException($"The upload session does not accept the bytes from {_state.Fragment.Start} on.");
        TimeSpan delay;
        try
        {
            delay = await _patience.WaitAsync(
                error, reply.RetryAfter, reply.Kind is SessionReplyKind.OutOfStep, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveException last) when (
            ReferenceEquals(last, error) && _state.IsEndUnknown && transport.Rules.WaitsFor(reply.RetryAfter))
        {
            if (await FindAsync(LookupDelays.Long, cancellationToken).ConfigureAwait(false) is { } found)
                return found;
            throw;
        }

        var status = (int?)(error as OneDriveApiException)?.StatusCode;
        CallMetrics.Retried("Content.UploadFragment", status);
        var outcome = status is { } code ? code.ToString(CultureInfo.InvariantCulture) : "no answer";
        Log.FragmentDoubt(logger, outcome, _state.Fragment.Start, _state.Fragment.End, delay);
        if (ledger is not null)
            await ledger.RenewAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private SessionReply Learn(SessionReply reply)
    {
        if (_state.Learn(reply))
        {
            _patience.Renew();
            job.Acknowledge(_state.Acknowledged);
        }

        return reply;
    }
}
