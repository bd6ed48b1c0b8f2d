using System.Net;

namespace OneDrive.Sdk.Transfers;

/// <summary>The progress of one upload call in its current session.</summary>
internal sealed class SessionState(UploadJob job)
{
    private readonly HashSet<(HttpStatusCode Status, string? Code)> _refusals = [];
    private long _openedAt;

    /// <summary>The current session; null before the first and between two sessions.</summary>
    internal OpenSession? Session { get; private set; }

    /// <summary>How many sessions this call has opened.</summary>
    internal int Opened { get; private set; }

    /// <summary>The fragment that was sent last.</summary>
    internal ByteRange Fragment { get; set; }

    /// <summary>How many bytes the session has acknowledged.</summary>
    internal long Acknowledged { get; private set; }

    /// <summary>Whether this call has sent the last byte to this session.</summary>
    internal bool SentLastByte { get; private set; }

    /// <summary>Whether what became of the last byte is not known.</summary>
    internal bool IsEndUnknown { get; private set; }

    /// <summary>Whether the session said that it has every byte.</summary>
    internal bool HasEverything { get; private set; }

    /// <summary>Whether the service rejected the commit of all bytes.</summary>
    internal bool WasEndRefused { get; private set; }

    /// <summary>Whether the session will not become the file: it was rejected permanently, or is being replaced by another one.</summary>
    internal bool IsOver { get; set; }

    /// <summary>Whether a commit was tried.</summary>
    internal bool WasCommitted { get; set; }

    /// <summary>The first rejection since the last progress.</summary>
    internal OneDriveException? FirstRefusal { get; private set; }

    /// <summary>Whether a fragment was rejected twice without progress.</summary>
    internal bool IsRefusedAgain { get; private set; }

    /// <summary>Whether the session may be or become the file without further bytes from this call.</summary>
    internal bool MayBecomeFile => HasEverything || (SentLastByte && !MissesBytes) || (Session is { IsResumed: true } && !MissesBytes);

    internal bool DefersCommit => job.Options.DeferCommit;

    internal bool HasCondition => job.Options is { IfMatch: not null } or { IfNoneMatch: not null };

    /// <summary>Whether this call created the session recently, nothing was acknowledged, and it cannot have become the file.</summary>
    internal bool IsYoung => Session is { IsResumed: false } && Acknowledged == 0 && !IsEndUnknown && Age < SessionRules.Youth;

    private TimeSpan Age => job.TimeProvider.GetElapsedTime(_openedAt);

    private bool MissesBytes { get; set; }

    /// <summary>Takes a session that this call has opened.</summary>
    internal void Open(OpenSession session)
    {
        Resume(session);
        Opened++;
        _openedAt = job.TimeProvider.GetTimestamp();
    }

    /// <summary>Takes a session of an earlier call.</summary>
    internal void Resume(OpenSession session)
    {
        Session = session;
        Acknowledged = 0;
        SentLastByte = IsEndUnknown = HasEverything = WasEndRefused = WasCommitted = MissesBytes = IsOver = false;
        ForgetRefusals();
    }

    internal void Close() => Session = null;

    internal void Sent(ByteRange fragment)
    {
        Fragment = fragment;
        if (fragment.End != job.Length)
            return;
        SentLastByte = true;
        Session!.SentLastByte = true;
        MissesBytes = false;
    }

    /// <summary>Updates the state with a response; returns whether it acknowledges more bytes than before.</summary>
    internal bool Learn(SessionReply reply)
    {
        if (reply is { Question: SessionQuestion.Fragment } && Fragment.End == job.Length)
        {
            IsEndUnknown |= reply.Kind is SessionReplyKind.Unknown or SessionReplyKind.OutOfStep;
            WasEndRefused |= reply.Kind is SessionReplyKind.Refused or SessionReplyKind.Final;

            // "Not now" says that nothing was taken, of this request at least.
            MissesBytes |= reply.Kind is SessionReplyKind.NotNow && !IsEndUnknown;
        }

        if (reply is { Question: SessionQuestion.Fragment, Kind: SessionReplyKind.Refused, Error: OneDriveApiException error })
            Count(error);

        HasEverything = reply.Kind is SessionReplyKind.MissesNothing || (HasEverything && reply.Kind is not SessionReplyKind.Misses);
        if (reply.Kind is not SessionReplyKind.Misses)
            return false;

        MissesBytes = true;
        if (reply.Missing.Start <= Acknowledged)
            return false;
        Acknowledged = reply.Missing.Start;
        ForgetRefusals();
        return true;
    }

    private void Count(OneDriveApiException refusal)
    {
        if (refusal is ItemNotFoundException && IsYoung)
            return;
        FirstRefusal ??= refusal;
        IsRefusedAgain = !_refusals.Add((refusal.StatusCode, refusal.ErrorCode));
    }

    private void ForgetRefusals()
    {
        _refusals.Clear();
        FirstRefusal = null;
        IsRefusedAgain = false;
    }
}
