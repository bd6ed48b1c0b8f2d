using System.Text.Json;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Copies, and the addresses at which they are watched without a token. A name that is taken is found out only there, as at the service:
/// https://learn.microsoft.com/graph/api/driveitem-copy.
/// </summary>
internal sealed class CopyEndpoints(
    DirectoryState directory,
    ItemResolver resolver,
    CopyJobTable jobs,
    EmulatorOptions options) : IEndpointRoutes
{
    private static readonly string[] DestinationNames = ["driveId", "id", "path"];

    public Route? Match(Exchange request, GraphPath path, string method) =>
        path is not { Resource: GraphResource.Item, Tail: [var verb] }
        || !verb.Split('(')[0].Equals("copy", StringComparison.OrdinalIgnoreCase) ? null
        : method == "POST"
            ? new Route(EmulatorOperation.StartCopy, (exchange, cancellationToken) => StartAsync(exchange, path, cancellationToken))
        : Route.MethodNotAllowed();

    /// <summary>The route of the address at which a copy is watched; it needs no token.</summary>
    public Route MatchMonitor(string id, string method) => method == "GET"
        ? Route.Plain(EmulatorOperation.GetCopyStatus, exchange => GetStatus(exchange, id)) with { ItemPath = FindPath(id) }
        : Route.MethodNotAllowed();

    public async Task<Answer> StartAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var order = CopyOrder.Read(exchange, body);
        var item = Find(exchange, drive, path);
        order.Check(item);
        var (destination, newParent) = FindDestination(exchange, drive, item, body.GetObject("parentReference"));
        var job = jobs.Add(destination);
        lock (Smaller(drive, destination).Gate)
        {
            lock (Larger(drive, destination).Gate)
            {
                Run(job, order, item, newParent, exchange.Actor);
                jobs.TakeDown(job);
            }
        }

        var prefix = destination.Type == EmulatorDriveType.Personal ? "monitor" : "_api/v2.0/monitor";
        return Answer.Empty(202).With("Location", $"{exchange.BaseUrl}/{prefix}/{job.Id}");
    }

    /// <summary>
    /// The same answer comes with 200, 202 or 303, depending on the kind of drive: the documentation shows all three, and clients have to
    /// go by the state in the body.
    /// </summary>
    public Answer GetStatus(Exchange exchange, string id)
    {
        if (options.RefuseAuthorizationOnAnonymousUrls && exchange.HasAuthorization)
        {
            throw new GraphError(401, "unauthenticated", "The monitor URL of a copy must be called without an Authorization header.");
        }

        var job = jobs.Find(id) ?? throw GraphError.ItemNotFound();
        lock (job.Destination.Gate)
        {
            if (job.PollsLeft > 0)
            {
                job.PollsLeft--;
                return Answer.Json(202, CopyRendering.Running(job)).With("Retry-After", "0");
            }

            var location = CopyRendering.Location(job, exchange.BaseUrl);
            var answer = Answer.Json(CopyRendering.StatusOf(job, options.Lenient), CopyRendering.Ended(job, exchange.BaseUrl, location));
            return answer.Status == 303 && location is not null ? answer.With("Location", location) : answer;
        }
    }

    /// <summary>The path of the copy behind an address, so that faults and recordings can name it.</summary>
    public string? FindPath(string id)
    {
        if (jobs.Find(id) is not { } job)
        {
            return null;
        }

        lock (job.Destination.Gate)
        {
            return job.Result?.GetPath();
        }
    }

    private (DriveState Drive, ItemNode Folder) FindDestination(Exchange exchange, DriveState source, ItemNode item, JsonElement? reference)
    {
        // Without a destination the copy goes beside the item: https://learn.microsoft.com/graph/api/driveitem-copy.
        if (reference is not { } parent
            || Array.TrueForAll(DestinationNames, name => string.IsNullOrEmpty(parent.GetText(name))))
        {
            return (source, item.Parent ?? item);
        }

        var drive = parent.GetText("driveId") is { Length: > 0 } driveId
            ? resolver.GetDrive(exchange, new DriveSelector(DriveOwnerKind.ById, directory.FindDrive(driveId)?.Id ?? driveId))
            : source;
        lock (drive.Gate)
        {
            var folder = parent.GetText("id") is { Length: > 0 } id
                ? drive.FindById(id)
                : DriveState.FindByPath(drive.Root, NamesIn(parent.GetText("path")));
            return folder is { IsFolder: true }
                ? (drive, folder)
                : throw new GraphError(404, "itemNotFound", "Failed to verify the existence of destination location");
        }
    }

    private static string[] NamesIn(string? path)
    {
        var colon = path?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon < 0 ? [] : Uri.UnescapeDataString(path![(colon + 1)..]).Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    private ItemNode Find(Exchange exchange, DriveState drive, GraphPath path)
    {
        lock (drive.Gate)
        {
            return resolver.GetItem(exchange, drive, path.Item!);
        }
    }

    private static void Run(CopyJob job, CopyOrder order, ItemNode item, ItemNode newParent, Actor actor)
    {
        if (!order.ChildrenOnly)
        {
            try
            {
                job.Result = TreeCopier.Copy(item, job.Destination, newParent, order.Name ?? item.Name, order.Conflict, actor);
            }
            catch (GraphError error)
            {
                job.Error = error;
            }

            return;
        }

        foreach (var child in item.ListChildren().ToArray())
        {
            try
            {
                TreeCopier.Copy(child, job.Destination, newParent, child.Name, order.Conflict, actor);
            }
            catch (GraphError error)
            {
                job.Failures.Add((error.Code, error.Message, child.Id));
            }
        }
    }

    // Two locks are always taken in the same order.
    private static DriveState Smaller(DriveState one, DriveState other) => string.CompareOrdinal(one.Id, other.Id) < 0 ? one : other;

    private static DriveState Larger(DriveState one, DriveState other) => string.CompareOrdinal(one.Id, other.Id) < 0 ? other : one;
}
