using System.Net;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The state machine of an upload session: the next step after each response. A query costs one request and a new session costs all sent
/// bytes, so an error is accepted only if the session confirms it; and a session that may still become the file is never deleted.
/// </summary>
internal static class SessionRules
{
    /// <summary>Losing a session costs all sent bytes; more losses than this are systematic.</summary>
    internal const int MaximumSessions = 3;

    /// <summary>A new session may not be replicated yet.</summary>
    internal static readonly TimeSpan Youth = TimeSpan.FromSeconds(10);

    /// <summary>The step that follows a response.</summary>
    internal static NextStep After(SessionReply reply, SessionState state) => (reply.Kind, reply.Question) switch
    {
        (SessionReplyKind.Completed, _) => NextStep.Finish,
        (SessionReplyKind.Misses, _) => NextStep.Send,
        (SessionReplyKind.MissesNothing, _) => state.DefersCommit ? NextStep.Defer : NextStep.MakeFile,

        (SessionReplyKind.NotNow, SessionQuestion.Fragment) => NextStep.SendAgain,
        (SessionReplyKind.NotNow or SessionReplyKind.Unknown or SessionReplyKind.OutOfStep, _) => NextStep.AskLater,
        (SessionReplyKind.Mute, _) => NextStep.SendAgain,

        (SessionReplyKind.Final, _) => NextStep.Fail,
        (SessionReplyKind.Refused, SessionQuestion.Commit) => NextStep.Fail,
        (SessionReplyKind.Refused, _) when IsAbsent(reply) && state.IsYoung => NextStep.AskYoungSession,
        (SessionReplyKind.Refused, SessionQuestion.Fragment) when state.IsRefusedAgain => NextStep.Fail,
        (SessionReplyKind.Refused, SessionQuestion.Fragment) when IsAboutTheName(reply, state) => NextStep.LookAtName,
        (SessionReplyKind.Refused, SessionQuestion.Fragment) => NextStep.Ask,
        (SessionReplyKind.Refused, _) => state.MayBecomeFile ? NextStep.FindOrBeginAgain : NextStep.BeginAgain,
        _ => throw new InvalidOperationException($"The session reply {reply.Kind} does not have a next step."),
    };

    /// <summary>What an error answer means.</summary>
    internal static SessionReplyKind KindOf(OneDriveApiException error)
    {
        var status = (int)error.StatusCode;
        return status switch
        {
            _ when EndsAtOnce(error) => SessionReplyKind.Final,
            _ when error is ThrottledException && status is not 503 => SessionReplyKind.NotNow,
            _ when ResponseClassifier.NothingWasDone(error) => SessionReplyKind.NotNow,
            _ when ResponseClassifier.IsUnknownOutcome(error) => SessionReplyKind.Unknown,
            416 => SessionReplyKind.OutOfStep,
            _ => SessionReplyKind.Refused,
        };
    }

    /// <summary>Whether the error is permanent.</summary>
    internal static bool EndsAtOnce(OneDriveApiException error) =>
        error is QuotaExceededException or MalwareDetectedException
        || error.StatusCode is HttpStatusCode.RequestEntityTooLarge
        || Array.Exists(FinalCodes, error.HasErrorCode);

    /// <summary>The codes: <see href="https://learn.microsoft.com/onedrive/developer/rest-api/concepts/errors"/>.</summary>
    private static readonly string[] FinalCodes =
    [
        OneDriveErrorCodes.MalwareDetected, "virusSuspicious", OneDriveErrorCodes.QuotaLimitReached, "insufficientStorage",
        OneDriveErrorCodes.PathIsTooLong, "pathTooDeep", "invalidPath", "invalidName", "nameTooLong", "invalidFileName",
        "nameContainsInvalidCharacters", "maxFileSizeExceeded", "maxStreamSizeExceeded", "maxItemCountExceeded", "childItemCountExceeded",
        "maxDocumentCountExceeded",
    ];

    private static bool IsAbsent(SessionReply reply) => reply.Error is ItemNotFoundException;

    private static bool IsAboutTheName(SessionReply reply, SessionState state) =>
        reply.Error is ItemConflictException || (reply.Error is PreconditionFailedException && state.HasCondition);
}
