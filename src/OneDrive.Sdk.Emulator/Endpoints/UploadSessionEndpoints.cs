using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// The parts of an upload session that need a token: opening it, and committing it under another name or conflict behavior.
/// </summary>
internal sealed class UploadSessionEndpoints(ItemResolver resolver, UploadSessionTable sessions, UploadCommit commit) : IEndpointRoutes
{
    private static readonly string[] SourceUrlNames = ["@microsoft.graph.sourceUrl", "@content.sourceUrl"];

    public Route? Match(Exchange request, GraphPath path, string method) =>
        path is not { Resource: GraphResource.Item } ? null : path.Tail switch
        {
            [] when method == "PUT" => new Route(
                EmulatorOperation.UploadCommit, (exchange, cancellationToken) => CommitAsync(exchange, path, cancellationToken)),
            [var verb] when verb.Equals("createUploadSession", StringComparison.OrdinalIgnoreCase) => method == "POST"
                ? new Route(
                    EmulatorOperation.CreateUploadSession, (exchange, cancellationToken) => CreateAsync(exchange, path, cancellationToken))
                : Route.MethodNotAllowed(),
            _ => null,
        };

    public async Task<Answer> CreateAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var item = body.GetObject("item") ?? default;
        var hasItem = item.ValueKind == JsonValueKind.Object;

        // The documentation gives "fail" as the default of a session, but the service replaces, and rclone relies on it.
        var conflict = hasItem ? ItemQuery.GetConflict(item, ConflictBehavior.Replace) : ConflictBehavior.Replace;
        var (ifMatch, ifNoneMatch) = (exchange.Header("If-Match"), exchange.Header("If-None-Match"));
        var facts = hasItem ? ReadFacts(item) : new ItemFacts(null, null, null);
        lock (drive.Gate)
        {
            var (parent, name, target) = FindDestination(exchange, drive, path.Item!);
            name = hasItem && item.GetText("name") is { Length: > 0 } givenName ? givenName : name;
            NameRules.Validate(name);
            NameRules.ValidatePathLength(parent, name);
            var existing = target ?? parent.FindChild(name);
            ItemQuery.CheckIfMatch(ifMatch, existing);
            ItemQuery.CheckIfNoneMatch(ifNoneMatch, existing);
            if (target is null
                && existing is not null
                && (conflict == ConflictBehavior.Fail || (conflict == ConflictBehavior.Replace && existing.IsFolder)))
            {
                throw GraphError.NameAlreadyExists();
            }

            if (hasItem && item.GetInteger("fileSize") is { } fileSize)
            {
                UploadSession.RequirePossibleLength(fileSize);
                drive.EnsureRoom(fileSize);
            }

            var (session, secret) = sessions.Open((id, secretHash, expires) => new UploadSession(id, secretHash, drive, expires)
            {
                Parent = parent,
                Name = name,
                Target = target,
                Conflict = conflict,
                IfMatch = ifMatch,
                IfNoneMatch = ifNoneMatch,
                Actor = exchange.Actor,
                Facts = facts,
                DeferCommit = body.GetFlag("deferCommit") ?? false,
            });
            return Answer.Json(200, RenderSession(exchange, session, secret));
        }
    }

    /// <summary>
    /// PUT of an item whose source is an upload URL: commits a session that is complete but was not taken, under another name or behavior.
    /// </summary>
    public async Task<Answer> CommitAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var sourceUrl = SourceUrlNames.Select(name => body.GetText(name)).FirstOrDefault(value => value is not null)
            ?? throw GraphError.InvalidRequest("An item must be updated with @microsoft.graph.sourceUrl, or its content with /content.");
        var query = new RequestTarget(sourceUrl).Query;
        var session = sessions.Get(query["guid"], query[DownloadUrls.SecretParameter]);
        if (!ReferenceEquals(session.Drive, drive))
        {
            throw GraphError.InvalidRequest("The upload session belongs to another drive.");
        }

        // https://learn.microsoft.com/graph/api/driveitem-createuploadsession#completing-a-file
        if (session is { DeferCommit: true, WasRefused: false } && drive.Type != EmulatorDriveType.Personal)
        {
            throw new GraphError(400, "notSupported", "A deferred upload to this drive must be committed with a POST to its upload URL.");
        }

        var conflict = ItemQuery.GetConflict(body, session.Conflict);
        var (ifMatch, ifNoneMatch) = (exchange.Header("If-Match"), exchange.Header("If-None-Match"));
        var facts = ReadFacts(body).Or(session.Facts);
        await session.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            lock (drive.Gate)
            {
                var (parent, name, target) = FindPlace(exchange, drive, path.Item!, body.GetText("name"));
                return target is null
                    ? commit.Run(exchange, session, new UploadCommitTarget(parent, name, conflict, ifMatch, ifNoneMatch, facts))
                    : commit.Run(exchange, session, target, ifMatch, ifNoneMatch, facts);
            }
        }
        finally
        {
            session.LeaveTurn();
        }
    }

    private (ItemNode Parent, string Name, ItemNode? Target) FindDestination(
        Exchange exchange,
        DriveState drive,
        ItemSelector selector)
    {
        var anchor = resolver.GetAnchor(exchange, drive, selector);
        if (selector.Path.Count > 0)
        {
            return (drive.EnsureFolders(anchor, selector.Path.Take(selector.Path.Count - 1), exchange.Actor), selector.Path[^1], null);
        }

        return anchor.IsFolder || anchor.Parent is null
            ? throw GraphError.InvalidRequest("A folder does not have content. Add the name of the file.")
            : (anchor.Parent, anchor.Name, anchor);
    }

    /// <summary>
    /// The documentation puts the item to the path of its parent; the service also takes the path of the file, when the name agrees with
    /// it: https://github.com/OneDrive/onedrive-api-docs/issues/1615.
    /// </summary>
    private (ItemNode Parent, string Name, ItemNode? Target) FindPlace(
        Exchange exchange,
        DriveState drive,
        ItemSelector selector,
        string? name)
    {
        var anchor = resolver.GetAnchor(exchange, drive, selector);
        if (name is { Length: > 0 } && DriveState.FindByPath(anchor, selector.Path) is { IsFolder: true } folder)
        {
            return (folder, name, null);
        }

        var place = FindDestination(exchange, drive, selector);
        return name is null or "" || name.Equals(place.Name, StringComparison.OrdinalIgnoreCase)
            ? place
            : throw GraphError.InvalidRequest("The name in the provided oneDrive.item does not match the name in the URL");
    }

    private static ItemFacts ReadFacts(JsonElement item)
    {
        var fileSystemInfo = item.GetObject("fileSystemInfo");
        return new ItemFacts(
            fileSystemInfo?.GetDate("createdDateTime"), fileSystemInfo?.GetDate("lastModifiedDateTime"), item.GetText("description"));
    }

    private static JsonObject RenderSession(Exchange exchange, UploadSession session, string secret) => new()
    {
        ["@odata.context"] = $"{exchange.BaseUrl}/v1.0/$metadata#microsoft.graph.uploadSession",
        ["uploadUrl"] = $"{exchange.BaseUrl}/{DownloadUrls.PathPrefix}/uploadSession"
            + $"?guid={session.Id}&{DownloadUrls.SecretParameter}={secret}",
        ["expirationDateTime"] = ItemRenderer.Date(session.Expires),
        ["nextExpectedRanges"] = new JsonArray("0-"),
    };
}
