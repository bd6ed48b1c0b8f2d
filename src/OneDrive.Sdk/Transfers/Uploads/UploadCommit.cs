using System.Net;
using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Turns a session that has every byte into a file: one whose commit was deferred, and one whose commit was rejected, under another name or
/// with another conflict behavior. <see href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession#completing-a-file"/>.
/// </summary>
internal sealed class UploadCommit(GraphTransport transport, UploadSessionClient client)
{
    private readonly SpuriousRefusalRetry _steady = new(transport);
    private bool? _isPersonal;

    /// <summary>Commits as the session was opened, unless it was rejected so.</summary>
    internal Task<SessionReply> RunAsync(
        OpenSession session, ItemAddress destination, UploadOptions options, long length, CancellationToken cancellationToken) =>
        session is { IsDeferred: true, IsForOtherTarget: false }
            ? AsOpenedAsync(session, destination, options, length, cancellationToken)
            : AsAsync(session, destination, options, cancellationToken);

    /// <summary>Whether the service does not know this way to commit.</summary>
    internal static bool IsNotOffered(SessionReply reply) => reply is
    {
        Kind: SessionReplyKind.Refused,
        Error: OneDriveApiException
        {
            StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented
        },
    };

    /// <summary>
    /// Commits as the session was opened: organizations' drives take an empty POST to the session, personal ones an item that names it. A
    /// response that the session no longer exists, or that the access to it is, is only a doubt: the session must say so itself when it is
    /// asked.
    /// </summary>
    private async Task<SessionReply> AsOpenedAsync(
        OpenSession session, ItemAddress destination, UploadOptions options, long length, CancellationToken cancellationToken)
    {
        if (await IsPersonalAsync(destination, cancellationToken).ConfigureAwait(false))
            return await AsAsync(session, destination, options, cancellationToken).ConfigureAwait(false);

        var reply = await client.CommitAsync(session.Url, length, cancellationToken).ConfigureAwait(false);
        for (var repeats = 0; reply.Error is OneDriveApiException refusal && IsRepeated(refusal, options, repeats); repeats++)
        {
            await Task.Delay(SpuriousRefusalRetry.RefusalWaits[repeats], transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            reply = await client.CommitAsync(session.Url, length, cancellationToken).ConfigureAwait(false);
        }

        return reply.Kind is SessionReplyKind.Completed or SessionReplyKind.Final || IsBelieved(reply)
            ? reply
            : reply with { Kind = SessionReplyKind.Unknown };
    }

    /// <summary>Commits to this place and with this behavior, however the session was opened.</summary>
    private async Task<SessionReply> AsAsync(
        OpenSession session, ItemAddress destination, UploadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return SessionReply.Completed(await _steady.SendAsync(
                UploadCalls.Commit(destination, options, session.Url), destination, options.Conflict, cancellationToken)
                .ConfigureAwait(false));
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient || exception.InnerException is JsonException)
        {
            return SessionReply.Unknown(exception) with { Question = SessionQuestion.Commit };
        }
        catch (OneDriveApiException exception) when (IsUnknown(exception))
        {
            return SessionReply.Unknown(exception) with { Question = SessionQuestion.Commit };
        }
        catch (OneDriveApiException exception)
        {
            return SessionReply.Of(exception) with { Question = SessionQuestion.Commit };
        }
    }

    private bool IsRepeated(OneDriveApiException refusal, UploadOptions options, int repeats) =>
        SpuriousRefusalRetry.IsSpurious(refusal, options.Conflict)
        && repeats < Math.Min(SpuriousRefusalRetry.RefusalWaits.Length, transport.Rules.Settings.MaxRetryAttempts);

    // A response that the session or its URL is no longer valid does not say whether the file exists.
    private static bool IsBelieved(SessionReply reply) =>
        reply is
        {
            Kind: SessionReplyKind.Refused,
            Error: OneDriveApiException
            {
                StatusCode: not (HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            },
        };

    // "Not found" can refer to the folder, or to the session because the file exists: query the session. No range was requested.
    private static bool IsUnknown(OneDriveApiException exception) =>
        exception is ItemNotFoundException or { StatusCode: HttpStatusCode.RequestedRangeNotSatisfiable }
        || RetryRules.IsUnknownOutcome((int)exception.StatusCode, exception.RetryAfter);

    private async ValueTask<bool> IsPersonalAsync(ItemAddress destination, CancellationToken cancellationToken)
    {
        _isPersonal ??= await GetKindAsync(destination, cancellationToken).ConfigureAwait(false) == DriveKind.Personal;
        return _isPersonal.Value;
    }

    private async Task<DriveKind?> GetKindAsync(ItemAddress destination, CancellationToken cancellationToken)
    {
        if (destination.Drive is { } address)
        {
            var question = DriveCalls.Get(address, new GetDriveOptions { Select = ["driveType"] });
            return (await transport.SendAsync(question, cancellationToken).ConfigureAwait(false)).DriveType;
        }

        // What was shared lies in a drive that its address does not tell.
        var shared = ItemCalls.Get(destination.Parent ?? destination);
        return (await transport.SendAsync(shared, cancellationToken).ConfigureAwait(false)).ParentReference?.DriveType;
    }
}
