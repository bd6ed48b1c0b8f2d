using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Restore, check-out and check-in, follow and unfollow.</summary>
internal sealed class ItemActionEndpoints(ItemResolver resolver, ItemRenderer renderer) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) => (path.Resource, path.Tail, method) switch
    {
        (GraphResource.Item, [var verb], "POST") => MatchVerb(path, verb.ToUpperInvariant()),
        (GraphResource.Drive, ["following", var id], "DELETE") =>
            Route.Plain(EmulatorOperation.Unfollow, exchange => Unfollow(exchange, path, new(ItemAnchor.Item, id, []))),
        (GraphResource.Drive, ["following", var id, var verb], "POST") =>
            MatchVerb(path with { Item = new(ItemAnchor.Item, id, []) }, verb.ToUpperInvariant()),
        _ => null,
    };

    private Route? MatchVerb(GraphPath path, string verb) => verb switch
    {
        "RESTORE" => new(EmulatorOperation.RestoreItem, (exchange, token) => RestoreAsync(exchange, path, token)),
        "CHECKOUT" => Route.Plain(EmulatorOperation.CheckOut, exchange => CheckOut(exchange, path)),
        "CHECKIN" => new(EmulatorOperation.CheckIn, (exchange, token) => CheckInAsync(exchange, path, token)),
        "DISCARDCHECKOUT" => Route.Plain(EmulatorOperation.DiscardCheckOut, exchange => DiscardCheckOut(exchange, path)),
        "FOLLOW" => Route.Plain(EmulatorOperation.Follow, exchange => Follow(exchange, path)),
        "UNFOLLOW" => Route.Plain(EmulatorOperation.Unfollow, exchange => Unfollow(exchange, path, path.Item!)),
        _ => null,
    };

    private async Task<Answer> RestoreAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (drive.Type != EmulatorDriveType.Personal)
        {
            throw NotSupported("Items can be restored on personal drives only.");
        }

        lock (drive.Gate)
        {
            var item = drive.Restore(path.Item!.Value, body.GetObject("parentReference")?.GetText("id"), body.GetText("name"));
            return Answer.Json(200, renderer.RenderAnswer(drive, item, exchange.BaseUrl));
        }
    }

    private Answer CheckOut(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = GetFile(exchange, drive, path.Item!);
            if (item.CheckedOutBy is not null)
            {
                throw ItemLocks.Locked("The file is already checked out.");
            }

            item.CheckedOutBy = exchange.Actor;
            return Answer.Empty(204);
        }
    }

    private async Task<Answer> CheckInAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (body.GetText("checkInAs") is not (null or "published" or "unspecified"))
        {
            throw GraphError.InvalidRequest("checkInAs must be published or unspecified.");
        }

        lock (drive.Gate)
        {
            var item = GetFile(exchange, drive, path.Item!);
            RequireHolder(item, exchange.Actor, mayBeApplication: false);
            item.CheckedOutBy = null;
            item.CheckInComment = body.GetText("comment");
            drive.MarkModified(item, exchange.Actor);
            return Answer.Empty(204);
        }
    }

    private Answer DiscardCheckOut(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = GetFile(exchange, drive, path.Item!);
            RequireHolder(item, exchange.Actor, mayBeApplication: true);
            item.CheckedOutBy = null;
            return Answer.Empty(204);
        }
    }

    private Answer Follow(Exchange exchange, GraphPath path)
    {
        var drive = GetBusinessDrive(exchange, path);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            item.Followers.Add(FollowerOf(exchange));
            return Answer.Json(200, renderer.RenderAnswer(drive, item, exchange.BaseUrl));
        }
    }

    private Answer Unfollow(Exchange exchange, GraphPath path, ItemSelector selector)
    {
        var drive = GetBusinessDrive(exchange, path);
        lock (drive.Gate)
        {
            return resolver.GetItem(exchange, drive, selector).Followers.Remove(FollowerOf(exchange))
                ? Answer.Empty(204)
                : throw GraphError.ItemNotFound();
        }
    }

    private DriveState GetBusinessDrive(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        return drive.Type == EmulatorDriveType.Personal ? throw NotSupported("Items of personal drives cannot be followed.") : drive;
    }

    private ItemNode GetFile(Exchange exchange, DriveState drive, ItemSelector selector)
        => resolver.GetItem(exchange, drive, selector) is { IsFolder: false } file
            ? file
            : throw GraphError.InvalidRequest("Only files can be checked out.");

    private static string FollowerOf(Exchange exchange) => exchange.Actor.UserId ?? exchange.Actor.ApplicationId;

    // Other users are rejected; an application without a user can discard any check-out.
    private static void RequireHolder(ItemNode item, Actor actor, bool mayBeApplication)
    {
        if (item.CheckedOutBy is not { } holder)
        {
            throw GraphError.InvalidRequest("The file is not checked out.");
        }

        if (holder.UserId != actor.UserId && !(mayBeApplication && actor.UserId is null))
        {
            throw ItemLocks.Locked("The file is checked out by another user.");
        }
    }

    private static GraphError NotSupported(string message) => new(501, "notSupported", message);
}
