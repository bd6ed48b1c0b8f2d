using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Which handler takes which request.</summary>
internal sealed class Router(
    IdentityRoutes identity,
    DirectoryEndpoints directory,
    ItemEndpoints items,
    ContentEndpoints content,
    UploadSessionEndpoints sessions,
    UploadUrlEndpoints uploads,
    DownloadEndpoint downloads,
    ServiceRoutes services,
    IReadOnlyList<IEndpointRoutes> others)
{
    /// <summary>The header that tells which version of Graph answered a request for another one.</summary>
    public const string VersionHeader = "x-emulator-answered-as";

    public Route Match(Exchange exchange)
    {
        var segments = exchange.Target.Segments;
        var method = exchange.Request.Method == "HEAD" ? "GET" : exchange.Request.Method;
        return FindMonitor(segments) is { } monitor ? services.MatchMonitor(monitor, method) : segments switch
        {
            [] when method == "GET" => Plain(EmulatorOperation.Unknown, Welcome),
            [DownloadUrls.PathPrefix, "uploadSession"] => MatchUpload(exchange, method),
            [DownloadUrls.PathPrefix, "download"] => method == "GET"
                ? Plain(EmulatorOperation.Download, downloads.Get) with { ItemPath = downloads.FindPath(exchange) }
                : Refuse(EmulatorOperation.Download, MethodNotAllowed()),
            ["v1.0", ..] => MatchVersion(exchange, [.. segments.Skip(1)], method),
            ["beta", ..] => SayWhichVersion(MatchVersion(exchange, [.. segments.Skip(1)], method)),
            ["_api", "v2.0", ..] => LegacyDialect.Translate(MatchGraph(
                exchange, LegacyDialect.ToGraph(ODataPath.Normalize([.. segments.Skip(2)], exchange.Query)), method)),
            _ => identity.Match(segments, method) ?? Refuse(EmulatorOperation.Unknown, GraphError.ItemNotFound()),
        };
    }

    // A browser follows the redirect to the console; a program that only probes the address gets a line of text.
    private static Answer Welcome(Exchange exchange) => new(302)
    {
        Headers = { ["Location"] = $"/{Control.ControlRoutes.Prefix}", ["Content-Type"] = "text/plain; charset=utf-8" },
        Body = System.Text.Encoding.UTF8.GetBytes($"OneDrive emulator. Console: {exchange.BaseUrl}/{Control.ControlRoutes.Prefix}\n"),
    };

    private Route MatchUpload(Exchange exchange, string method)
    {
        var route = method switch
        {
            "PUT" => new Route(EmulatorOperation.UploadFragment, uploads.PutFragmentAsync),
            "GET" => Plain(EmulatorOperation.UploadStatus, uploads.GetStatus),
            "POST" => new Route(EmulatorOperation.UploadCommit, uploads.CommitAsync),
            "DELETE" => Plain(EmulatorOperation.UploadCancel, uploads.Cancel),
            _ => Refuse(EmulatorOperation.Unknown, MethodNotAllowed()),
        };
        return route with { ItemPath = uploads.FindPath(exchange) };
    }

    private static string? FindMonitor(IReadOnlyList<string> segments) => segments switch
    {
        ["_api", "v2.0", "monitor", var id] => id,
        ["monitor", var id] => id,
        _ => null,
    };

    private Route MatchVersion(Exchange exchange, string[] segments, string method)
    {
        var path = ODataPath.Normalize(segments, exchange.Query);
        var route = path is ["subscriptions", ..]
            ? QueryGuard.Watch(services.MatchSubscription(GraphPathParser.DecodeAll(path.AsSpan(1)), method), method)
            : MatchGraph(exchange, path, method);
        return route with { NeedsToken = true };
    }

    /// <summary>The newest features are not here: what a path of beta names is answered as v1.0 does, and the response says so.</summary>
    private static Route SayWhichVersion(Route route) => route with
    {
        Handler = async (exchange, cancellationToken) =>
            (await route.Handler(exchange, cancellationToken).ConfigureAwait(false)).With(VersionHeader, "v1.0"),
    };

    private Route MatchGraph(Exchange exchange, string[] segments, string method)
    {
        if (method == "GET" && segments is [.. var collection, "$count"])
        {
            return CollectionCount.Of(MatchGraph(exchange, collection, method));
        }

        var path = GraphPathParser.Parse(segments);
        return QueryGuard.Watch(
            content.Related.Match(exchange, path, method)
                ?? others.Select(routes => routes.Match(path, method)).FirstOrDefault(route => route is not null)
                ?? MatchCore(path, method),
            method);
    }

    private Route MatchCore(GraphPath path, string method) => (path.Resource, path.Tail) switch
    {
        (GraphResource.Users, []) when method == "GET" => Plain(EmulatorOperation.ListUsers, directory.ListUsers),
        (GraphResource.User, []) when method == "GET" => Plain(EmulatorOperation.GetUser, exchange => directory.GetUser(exchange, path)),
        (GraphResource.Groups, []) when method == "GET" => Plain(EmulatorOperation.ListGroups, directory.ListGroups),
        (GraphResource.Group, []) when method == "GET" => Plain(EmulatorOperation.GetGroup, exchange => directory.GetGroup(exchange, path)),
        (GraphResource.Drives, []) when method == "GET" =>
            Plain(EmulatorOperation.ListDrives, exchange => directory.ListDrives(exchange, path)),
        (GraphResource.Drive, []) when method == "PATCH" => new Route(
            EmulatorOperation.UpdateDrive,
            (exchange, cancellationToken) => directory.UpdateDriveAsync(exchange, path, cancellationToken)),
        (GraphResource.Drive, []) when method == "GET" => Plain(EmulatorOperation.GetDrive, exchange => directory.GetDrive(exchange, path)),
        (GraphResource.Item, []) => MatchItem(path, method),
        (GraphResource.Item or GraphResource.List, [_, _]) when services.MatchSocket(path, method) is { } socket => socket,
        (GraphResource.Item, [var verb]) => services.MatchVerb(path, verb, method) ?? MatchVerb(path, verb, method),
        (GraphResource.Unknown, _) or (_, { Count: > 0 }) => Refuse(EmulatorOperation.Unknown, UnknownSegment(path.Tail)),
        _ => Refuse(EmulatorOperation.Unknown, MethodNotAllowed()),
    };

    private Route MatchItem(GraphPath path, string method) => method switch
    {
        "GET" => Plain(EmulatorOperation.GetItem, exchange => items.Get(exchange, path)),
        "PATCH" =>
            new Route(EmulatorOperation.UpdateItem, (exchange, cancellationToken) => items.UpdateAsync(exchange, path, cancellationToken)),
        "DELETE" => Plain(EmulatorOperation.DeleteItem, exchange => items.Delete(exchange, path)),
        "PUT" =>
            new Route(
                EmulatorOperation.UploadCommit,
                (exchange, cancellationToken) => sessions.CommitAsync(exchange, path, cancellationToken)),
        _ => Refuse(EmulatorOperation.Unknown, MethodNotAllowed()),
    };

    private Route MatchVerb(GraphPath path, string verb, string method) => (verb.ToUpperInvariant(), method) switch
    {
        ("CHILDREN", "GET") => Plain(EmulatorOperation.ListChildren, exchange => items.ListChildren(exchange, path)),
        ("CHILDREN", "POST") =>
            new Route(
                EmulatorOperation.CreateFolder,
                (exchange, cancellationToken) => items.CreateFolderAsync(exchange, path, cancellationToken)),
        ("CONTENT", "GET") => Plain(EmulatorOperation.GetContent, exchange => content.Get(exchange, path)),
        ("CONTENT", "PUT") =>
            new Route(EmulatorOperation.PutContent, (exchange, cancellationToken) => content.PutAsync(exchange, path, cancellationToken)),
        ("CREATEUPLOADSESSION", "POST") =>
            new Route(
                EmulatorOperation.CreateUploadSession,
                (exchange, cancellationToken) => sessions.CreateAsync(exchange, path, cancellationToken)),
        ("PERMANENTDELETE", "POST") => Plain(EmulatorOperation.PermanentlyDeleteItem, exchange => items.DeletePermanently(exchange, path)),
        ("CHILDREN" or "CONTENT" or "CREATEUPLOADSESSION" or "PERMANENTDELETE", _) => Refuse(EmulatorOperation.Unknown, MethodNotAllowed()),
        _ => Refuse(EmulatorOperation.Unknown, UnknownSegment([verb])),
    };

    private static Route Plain(EmulatorOperation operation, Func<Exchange, Answer> handler) => Route.Plain(operation, handler);

    private static Route Refuse(EmulatorOperation operation, GraphError error) => Plain(operation, _ => throw error);

    private static GraphError MethodNotAllowed() => new(405, "invalidRequest", "The method is not allowed on this resource.");

    private static GraphError UnknownSegment(IReadOnlyList<string> tail)
        => new(400, "BadRequest", $"Resource not found for the segment '{(tail.Count > 0 ? tail[0] : string.Empty)}'.");
}
