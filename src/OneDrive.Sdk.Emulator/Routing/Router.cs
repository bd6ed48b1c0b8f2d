using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.Queries;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Which handler takes which request.</summary>
internal sealed class Router(
    IdentityRoutes identity,
    UploadUrlEndpoints uploads,
    DownloadEndpoint downloads,
    CopyEndpoints copies,
    SubscriptionEndpoints subscriptions,
    IReadOnlyList<IEndpointRoutes> endpoints)
{
    /// <summary>The header that tells which version of Graph answered a request for another one.</summary>
    public const string VersionHeader = "x-emulator-answered-as";

    public Route Match(Exchange exchange)
    {
        var segments = exchange.Target.Segments;
        var method = exchange.Request.Method == "HEAD" ? "GET" : exchange.Request.Method;
        return FindMonitor(segments) is { } monitor ? copies.MatchMonitor(monitor, method) : segments switch
        {
            [] when method == "GET" => Route.Plain(EmulatorOperation.Unknown, Welcome),
            [DownloadUrls.PathPrefix, "uploadSession"] => MatchUpload(exchange, method),
            [DownloadUrls.PathPrefix, "download"] => method == "GET"
                ? Route.Plain(EmulatorOperation.Download, downloads.Get) with { ItemPath = downloads.FindPath(exchange) }
                : Route.MethodNotAllowed(EmulatorOperation.Download),
            ["v1.0", ..] => MatchVersion(exchange, [.. segments.Skip(1)], method),
            ["beta", ..] => SayWhichVersion(MatchVersion(exchange, [.. segments.Skip(1)], method)),
            ["_api", "v2.0", ..] => LegacyDialect.Translate(MatchGraph(
                exchange, LegacyDialect.ToGraph(ODataPath.Normalize([.. segments.Skip(2)], exchange.Query)), method)),
            _ => identity.Match(segments, method) ?? Route.Refuse(EmulatorOperation.Unknown, GraphError.ItemNotFound()),
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
            "GET" => Route.Plain(EmulatorOperation.UploadStatus, uploads.GetStatus),
            "POST" => new Route(EmulatorOperation.UploadCommit, uploads.CommitAsync),
            "DELETE" => Route.Plain(EmulatorOperation.UploadCancel, uploads.Cancel),
            _ => Route.MethodNotAllowed(),
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
            ? QueryGuard.Watch(subscriptions.Match(GraphPathParser.DecodeAll(path.AsSpan(1)), method), method)
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
            endpoints.Select(routes => routes.Match(exchange, path, method)).FirstOrDefault(route => route is not null)
                ?? (path is { Resource: GraphResource.Unknown } or { Tail.Count: > 0 }
                    ? Route.Refuse(EmulatorOperation.Unknown, UnknownSegment(path.Tail))
                    : Route.MethodNotAllowed()),
            method);
    }

    private static GraphError UnknownSegment(IReadOnlyList<string> tail)
        => new(400, "BadRequest", $"Resource not found for the segment '{(tail.Count > 0 ? tail[0] : string.Empty)}'.");
}
