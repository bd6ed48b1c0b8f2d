using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// The parts of an upload session that need a token: opening it, and committing it under another name or conflict behaviour.
/// </summary>
internal sealed class UploadSessionEndpoints(ItemResolver resolver, UploadSessionTable sessions, UploadCommit commit)
{
    private static readonly string[] SourceUrlNames = ["@microsoft.graph.sourceUrl", "@content.sourceUrl"];

    public async Task<Answer> CreateAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var item = body.GetObject("item") ?? default;
        var hasItem = item.ValueKind == JsonValueKind.Object;

        // The documentation gives "fail" as the default of a session, but the service replaces, and rclone relies on it.
        var conflict = hasItem ? ItemQuery.GetConflict(item, ConflictBehavior.Replace) : ConflictBehavior.Replace;
        var ifMatch = exchange.Header("If-Match");
        var fileSystemInfo = hasItem ? item.GetObject("fileSystemInfo") : null;
        lock (drive.Gate)
        {
            var (parent, name, target) = FindDestination(exchange, drive, path.Item!);
            name = hasItem && item.GetText("name") is { Length: > 0 } givenName ? givenName : name;
            NameRules.Validate(name);
            NameRules.ValidatePathLength(parent, name);
            var existing = target ?? parent.FindChild(name);
            ItemQuery.CheckIfMatch(ifMatch, existing);
            ItemQuery.CheckIfNoneMatch(exchange.Header("If-None-Match"), existing);
            if (target is null
                && existing is not null
                && (conflict == ConflictBehavior.Fail || (conflict == ConflictBehavior.Replace && existing.IsFolder)))
            {
                throw GraphError.NameAlreadyExists();
            }

            if (hasItem && item.GetInteger("fileSize") is { } fileSize)
            {
                drive.EnsureRoom(fileSize);
            }

            var session = sessions.Open((id, secret, expires) => new UploadSession(id, secret, drive, expires)
            {
                Parent = parent,
                Name = name,
                Target = target,
                Conflict = conflict,
                IfMatch = ifMatch,
                Actor = exchange.Actor,
                FileSystemCreated = fileSystemInfo?.GetDate("createdDateTime"),
                FileSystemModified = fileSystemInfo?.GetDate("lastModifiedDateTime"),
                Description = hasItem ? item.GetText("description") : null,
                DeferCommit = body.GetFlag("deferCommit") ?? false,
            });
            return Answer.Json(200, RenderSession(exchange, session));
        }
    }

    /// <summary>
    /// PUT of an item whose source is an upload URL: commits a session that is complete but was not taken, under another name or behaviour.
    /// </summary>
    public async Task<Answer> CommitAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var sourceUrl = SourceUrlNames.Select(name => body.GetText(name)).FirstOrDefault(value => value is not null)
            ?? throw GraphError.InvalidRequest("An item is put with @microsoft.graph.sourceUrl, or its content with /content.");
        var query = new RequestTarget(sourceUrl).Query;
        var session = sessions.Get(query["guid"], query[DownloadUrls.SecretParameter]);
        if (!ReferenceEquals(session.Drive, drive))
        {
            throw GraphError.InvalidRequest("The upload session belongs to another drive.");
        }

        var conflict = ItemQuery.GetConflict(body, session.Conflict);
        await session.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            lock (drive.Gate)
            {
                var (parent, name, _) = FindDestination(exchange, drive, path.Item!);
                return commit.Run(
                    exchange,
                    session,
                    parent,
                    body.GetText("name") is { Length: > 0 } given ? given : name,
                    conflict,
                    exchange.Header("If-Match"));
            }
        }
        finally
        {
            session.LeaveTurn();
        }
    }

    private static (ItemNode Parent, string Name, ItemNode? Target) FindDestination(
        Exchange exchange,
        DriveState drive,
        ItemSelector selector)
    {
        var anchor = ItemResolver.GetAnchor(exchange, drive, selector);
        if (selector.Path.Count > 0)
        {
            return (drive.EnsureFolders(anchor, selector.Path.Take(selector.Path.Count - 1), exchange.Actor), selector.Path[^1], null);
        }

        return anchor.IsFolder || anchor.Parent is null
            ? throw GraphError.InvalidRequest("A folder has no content: name the file.")
            : (anchor.Parent, anchor.Name, anchor);
    }

    private static JsonObject RenderSession(Exchange exchange, UploadSession session) => new()
    {
        ["@odata.context"] = $"{exchange.BaseUrl}/v1.0/$metadata#microsoft.graph.uploadSession",
        ["uploadUrl"] = $"{exchange.BaseUrl}/{DownloadUrls.PathPrefix}/uploadSession"
            + $"?guid={session.Id}&{DownloadUrls.SecretParameter}={session.Secret}",
        ["expirationDateTime"] = ItemRenderer.Date(session.Expires),
        ["nextExpectedRanges"] = new JsonArray("0-"),
    };
}
