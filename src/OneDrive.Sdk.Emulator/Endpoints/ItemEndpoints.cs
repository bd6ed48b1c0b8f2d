using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Files and folders without their bytes: read, list, create, change, delete.</summary>
internal sealed class ItemEndpoints(
    ItemResolver resolver,
    ItemRenderer renderer,
    ItemList list,
    ItemExpansion expansion,
    UrlUpload urls) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method) => path is { Resource: GraphResource.Item, Tail: var tail }
        ? tail switch
        {
            [] => MatchItem(path, method),
            [var verb] => MatchVerb(path, verb.ToUpperInvariant(), method),
            _ => null,
        }
        : null;

    public Answer Get(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = FindDeleted(exchange, drive, path.Item!) ?? resolver.GetItem(exchange, drive, path.Item!);
            if (exchange.Header("If-None-Match") is { } ifNoneMatch && ItemQuery.Matches(ifNoneMatch, item))
            {
                return Answer.Empty(304).With("ETag", item.ETag);
            }

            var json = expansion.Add(
                exchange, drive, item, renderer.RenderAnswer(drive, item, exchange.BaseUrl), exchange.Query.Option("expand"));
            return Answer.Json(200, ItemQuery.Select(json, exchange.Query)).With("ETag", item.ETag);
        }
    }

    public Answer ListChildren(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var folder = resolver.GetItem(exchange, drive, path.Item!);
            return exchange.Header("If-None-Match") is { } ifNoneMatch && ItemQuery.Matches(ifNoneMatch, folder)
                ? Answer.Empty(304).With("ETag", folder.ETag)
                : list.Render(exchange, drive, ItemExpansion.ChildrenOf(folder));
        }
    }

    public async Task<Answer> CreateFolderAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (UrlUpload.SourceOf(body) is { } source)
        {
            return await urls.StartAsync(exchange, drive, GetFolder(exchange, drive, path), body, source, cancellationToken)
                .ConfigureAwait(false);
        }

        var name = body.GetText("name") ?? throw GraphError.InvalidRequest("A name is required.");
        if (body.GetObject("remoteItem") is { } remote)
        {
            return AddSharedFolder(exchange, path, name, remote);
        }

        if (body.GetObject("folder") is null)
        {
            throw GraphError.InvalidRequest("A new item requires a folder facet.");
        }

        var conflict = ItemQuery.GetConflict(body, ConflictBehavior.Fail);
        var (created, modified, description) = (
            GetFileSystemDate(body, "createdDateTime"),
            GetFileSystemDate(body, "lastModifiedDateTime"),
            body.GetText("description"));
        lock (drive.Gate)
        {
            var parent = resolver.GetItem(exchange, drive, path.Item!);
            var folder = drive.CreateFolder(parent, name, conflict, exchange.Actor);
            folder.Apply(created, modified, description);
            return Answer.Json(201, Render(exchange, drive, folder));
        }
    }

    public async Task<Answer> UpdateAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var conflict = ItemQuery.GetConflict(body, ConflictBehavior.Fail);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            ItemQuery.CheckIfMatch(exchange.Header("If-Match"), item);
            ItemLocks.RequireUnlocked(item, exchange.Actor);
            var parent = body.GetObject("parentReference") is { } reference ? FindNewParent(drive, item, reference) : item.Parent;
            var name = body.GetText("name") ?? item.Name;
            var (created, modified, description) = (
                GetFileSystemDate(body, "createdDateTime"),
                GetFileSystemDate(body, "lastModifiedDateTime"),
                body.GetText("description"));
            if (!ReferenceEquals(parent, item.Parent) || !name.Equals(item.Name, StringComparison.Ordinal))
            {
                drive.Move(item, parent ?? item, name, conflict);
            }

            item.Apply(created, modified, description);
            drive.MarkModified(item, exchange.Actor);
            return Answer.Json(200, Render(exchange, drive, item));
        }
    }

    /// <summary>Deletes past the recycle bin, which personal drives do not offer.</summary>
    public Answer DeletePermanently(Exchange exchange, GraphPath path)
        => resolver.GetDrive(exchange, path.Drive!).Type == EmulatorDriveType.Personal
            ? throw new GraphError(501, "notSupported", "A personal drive does not support permanent deletion.")
            : Delete(exchange, path, permanently: true);

    public Answer Delete(Exchange exchange, GraphPath path) => Delete(exchange, path, permanently: false);

    private Route? MatchItem(GraphPath path, string method) => method switch
    {
        "GET" => Route.Plain(EmulatorOperation.GetItem, exchange => Get(exchange, path)),
        "PATCH" => new Route(EmulatorOperation.UpdateItem, (exchange, cancellationToken) => UpdateAsync(exchange, path, cancellationToken)),
        "DELETE" => Route.Plain(EmulatorOperation.DeleteItem, exchange => Delete(exchange, path)),
        _ => null,
    };

    private Route? MatchVerb(GraphPath path, string verb, string method) => (verb, method) switch
    {
        ("CHILDREN", "GET") => Route.Plain(EmulatorOperation.ListChildren, exchange => ListChildren(exchange, path)),
        ("CHILDREN", "POST") => new Route(
            EmulatorOperation.CreateFolder, (exchange, cancellationToken) => CreateFolderAsync(exchange, path, cancellationToken)),
        ("PERMANENTDELETE", "POST") => Route.Plain(EmulatorOperation.PermanentlyDeleteItem, exchange => DeletePermanently(exchange, path)),
        ("CHILDREN" or "PERMANENTDELETE", _) => Route.MethodNotAllowed(),
        _ => null,
    };

    private Answer Delete(Exchange exchange, GraphPath path, bool permanently)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, path.Item!);
            ItemQuery.CheckIfMatch(exchange.Header("If-Match"), item);
            ItemLocks.RequireUnlocked(item, exchange.Actor);
            drive.Remove(item, permanently);
            return Answer.Empty(204);
        }
    }

    // https://learn.microsoft.com/onedrive/developer/rest-api/concepts/using-sharing-links: in the root folder of personal drives.
    private Answer AddSharedFolder(Exchange exchange, GraphPath path, string name, JsonElement remote)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var driveId = remote.GetObject("parentReference")?.GetText("driveId") ?? throw GraphError.InvalidRequest("A driveId is required.");
        var owner = resolver.GetDrive(exchange, new DriveSelector(DriveOwnerKind.ById, driveId));
        ItemNode folder;
        lock (owner.Gate)
        {
            folder = resolver.GetItemToRead(exchange, owner, new ItemSelector(ItemAnchor.Item, remote.GetText("id") ?? string.Empty, []));
        }

        if (drive.Type != EmulatorDriveType.Personal || path.Item is not { Anchor: ItemAnchor.Root, Path.Count: 0 } || !folder.IsFolder)
        {
            throw GraphError.InvalidRequest("A shared folder can be added only to the root folder of a personal drive.");
        }

        lock (drive.Gate)
        {
            var item = drive.CreateFolder(drive.Root, name, ConflictBehavior.Fail, exchange.Actor);
            item.Remote = new RemoteFolder(owner.Id, owner.Type, folder.Id, folder.Name);
            return Answer.Json(201, Render(exchange, drive, item));
        }
    }

    private ItemNode GetFolder(Exchange exchange, DriveState drive, GraphPath path)
    {
        lock (drive.Gate)
        {
            return resolver.GetItem(exchange, drive, path.Item!);
        }
    }

    private static ItemNode? FindDeleted(Exchange exchange, DriveState drive, ItemSelector selector)
        => exchange.Query["includeDeletedItems"] == "true" && selector is { Anchor: ItemAnchor.Item, Path.Count: 0 }
            ? drive.FindRecycled(selector.Value)
            : null;

    private JsonObject Render(Exchange exchange, DriveState drive, ItemNode item)
        => ItemQuery.Select(renderer.RenderAnswer(drive, item, exchange.BaseUrl), exchange.Query);

    private static DateTimeOffset? GetFileSystemDate(JsonElement body, string name) => body.GetObject("fileSystemInfo")?.GetDate(name);

    // Clients send empty strings for "not given", and both /drive/root:/x and /drives/{id}/root:/x as a path.
    private static ItemNode? FindNewParent(DriveState drive, ItemNode item, JsonElement reference)
    {
        if (reference.GetText("driveId") is { Length: > 0 } driveId && !driveId.Equals(drive.Id, StringComparison.OrdinalIgnoreCase))
        {
            throw GraphError.InvalidRequest("An item cannot be moved to another drive.");
        }

        if (reference.GetText("id") is { Length: > 0 } id)
        {
            return drive.FindById(id) ?? throw GraphError.ItemNotFound();
        }

        if (reference.GetText("path") is not { Length: > 0 } path)
        {
            return item.Parent;
        }

        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var names = colon < 0 ? string.Empty : Uri.UnescapeDataString(path[(colon + 1)..]);
        return DriveState.FindByPath(drive.Root, names.Split('/', StringSplitOptions.RemoveEmptyEntries))
            ?? throw GraphError.ItemNotFound();
    }
}
