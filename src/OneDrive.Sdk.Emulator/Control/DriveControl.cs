using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Shows drives and upload sessions, and changes what only the service can.</summary>
internal sealed class DriveControl(OneDriveEmulator emulator, EmulatorState state, OwnerLookup owners) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "drives", "listDrives", "Lists the drives of users and groups.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(state.Directory.Owners, WriteDrive)))
        {
            Result = "Drive[]",
        },
        new("GET", "drives/{drive}", "getDrive", "Shows a drive.", (request, _) => ShowAsync(owners.Get(request["drive"])))
        {
            Result = "Drive",
        },
        new("PATCH", "drives/{drive}", "changeDrive", "Changes the quota of a drive.", (request, _) =>
        {
            var owner = owners.Get(request["drive"]);
            if (request.Body.GetInteger("quota") is { } quota)
            {
                emulator.GetDrive(owner.Drive.Id).Quota = quota;
            }

            return ShowAsync(owner);
        })
        {
            Body = "DriveChange", Result = "Drive",
        },
        new("GET", "uploadSessions", "listUploadSessions", "Lists the open upload sessions and the ranges they have "
            + "received.", (request, _) =>
            ControlJson.DoneAsync(ControlJson.List(FindSessions(request), WriteSession)))
        {
            Parameters = ["owner"], Result = "UploadSession[]",
        },
        new("PATCH", "uploadSessions/{session}", "changeUploadSession", "Revokes access to an upload URL: it returns 403.", (request, _) =>
        {
            var session = Get(request);
            session.IsRevoked = request.Body.GetFlag("isRevoked") ?? session.IsRevoked;
            return ControlJson.DoneAsync(Answer.Json(200, WriteSession(session)));
        })
        {
            Body = "UploadSessionChange", Result = "UploadSession",
        },
        new("DELETE", "uploadSessions/{session}", "endUploadSession", "Ends an upload session: its URL returns 404.", (request, _) =>
        {
            state.Sessions.Remove(Get(request), keepContent: false);
            return ControlJson.NothingAsync();
        })
        {
            Status = 204,
        },
        new("GET", "subscriptions", "listSubscriptions", "Lists the subscriptions to change notifications.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(state.Subscriptions.List(), WriteSubscription)))
        {
            Result = "Subscription[]",
        },
        new("DELETE", "subscriptions", "removeSubscriptions", "Ends every subscription, and notifies the subscribers.", async (_, token) =>
        {
            await emulator.Webhooks.RemoveSubscriptionsAsync(token).ConfigureAwait(false);
            return Answer.Empty(204);
        })
        {
            Status = 204,
        },
        new(
            "POST",
            "subscriptions/requireReauthorization",
            "requireReauthorization",
            "Requires reauthorization of every subscription.",
            async (_, token) =>
            {
                await emulator.Webhooks.RequireReauthorizationAsync(token).ConfigureAwait(false);
                return Answer.Empty(204);
            })
        {
            Status = 204,
        },
    ];

    private Task<Answer> ShowAsync(DriveOwner owner) => ControlJson.DoneAsync(Answer.Json(200, WriteDrive(owner)));

    private JsonObject WriteDrive(DriveOwner owner)
    {
        var sessions = state.Sessions.List().Count(session => session.Drive == owner.Drive);
        lock (owner.Drive.Gate)
        {
            return new JsonObject
            {
                ["id"] = owner.Drive.Id,
                ["owner"] = owner.Name,
                ["ownerName"] = owner.DisplayName,
                ["ownerKind"] = owner.User is null ? "Group" : "User",
                ["driveType"] = owner.Drive.Type.ToString(),
                ["quota"] = owner.Drive.Quota,
                ["used"] = owner.Drive.Used,
                ["items"] = owner.Drive.Items.Count() - 1,
                ["openUploadSessions"] = sessions,
            };
        }
    }

    private IEnumerable<UploadSession> FindSessions(ControlRequest request)
        => owners.Find(request) is { } owner
            ? state.Sessions.List().Where(session => session.Drive == owner.Drive)
            : state.Sessions.List();

    private UploadSession Get(ControlRequest request) => state.Sessions.Find(request["session"])
        ?? throw new GraphError(404, "itemNotFound", "The upload session does not exist, or it has ended.");

    private JsonObject WriteSession(UploadSession session)
    {
        lock (session.Drive.Gate)
        {
            var folder = session.Parent.GetPath();
            var next = new JsonArray();
            if (session.Finished is null)
            {
                next.Add((JsonNode)string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{session.Received}-"));
            }

            return new JsonObject
            {
                ["id"] = session.Id,
                ["owner"] = state.Directory.FindOwner(session.Drive)?.Name ?? string.Empty,
                ["driveId"] = session.Drive.Id,
                ["path"] = folder.Length > 0 ? $"{folder}/{session.Name}" : session.Name,
                ["received"] = session.Received,
                ["nextExpectedRanges"] = next,
                ["expires"] = ControlJson.Date(session.Expires),
                ["isRevoked"] = session.IsRevoked,
                ["waitsForCommit"] = session.Finished is not null,
            }.With("total", session.Total);
        }
    }

    // The query of a receiver's address may hold a secret of its own.
    private static JsonObject WriteSubscription(SubscriptionState subscription) => new()
    {
        ["id"] = subscription.Id,
        ["driveId"] = subscription.Drive.Id,
        ["resource"] = subscription.Resource,
        ["changeType"] = subscription.ChangeType,
        ["notificationUrl"] = subscription.NotificationUrl.GetLeftPart(UriPartial.Path),
        ["expires"] = ControlJson.Date(subscription.Expires),
        ["isPaused"] = subscription.IsPaused,
    };
}
