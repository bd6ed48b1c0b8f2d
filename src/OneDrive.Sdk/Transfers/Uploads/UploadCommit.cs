using System.Net;
using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Commits a session that has received all bytes: after a deferred commit, or after a rejected commit with another name or conflict
/// behavior. <see href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession#completing-a-file"/>.
/// </summary>
internal sealed class UploadCommit(GraphTransport transport, UploadSessionClient client)
{
    private readonly SpuriousRefusalRetry _steady = new(transport);
    private bool? _isPersonal;

    /// <summary>Commits with the options of the session, unless this was rejected.</summary>
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
    /// Commits with the options of the session: drives of organizations require an empty POST to the session, personal drives an item that
    /// refers to it. A response that the session does not exist, or is not accessible, is not conclusive: the session must confirm it when
    /// it is queried.
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

    /// <summary>Commits to another destination or with another conflict behavior than the session.</summary>
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
        exception is ItemNotFoundException
        || ResponseClassifier.IsRangeMismatch(exception)
        || ResponseClassifier.IsUnknownOutcome(exception);

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
