using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>The routes of what is more than one request: changes, copies, subscriptions.</summary>
internal sealed class ServiceRoutes(DeltaEndpoint delta, CopyEndpoints copies)
{
    /// <summary>The route of a request that is not addressed to an item; null when it is none of these.</summary>
    public Route? Match(Exchange exchange, string method) => exchange.Target.Segments switch
    {
        ["_api", "v2.0", "monitor", var id] => MatchMonitor(id, method),
        ["monitor", var id] => MatchMonitor(id, method),
        _ => null,
    };

    /// <summary>The route of a verb behind an item; null when it is none of these.</summary>
    public Route? MatchVerb(GraphPath path, string verb, string method)
    {
        var name = verb.Split('(')[0].ToUpperInvariant();
        return (name, method) switch
        {
            ("DELTA", "GET") => Plain(EmulatorOperation.ReadChanges, exchange => delta.Get(exchange, path, verb)),
            ("COPY", "POST") => new Route(
                EmulatorOperation.StartCopy,
                (exchange, cancellationToken) => copies.StartAsync(exchange, path, cancellationToken)),
            ("DELTA" or "COPY", _) => throw MethodNotAllowed(),
            _ => null,
        };
    }

    private Route MatchMonitor(string id, string method) => method == "GET"
        ? Plain(EmulatorOperation.GetCopyStatus, exchange => copies.GetStatus(exchange, id)) with { ItemPath = copies.FindPath(id) }
        : throw MethodNotAllowed();

    private static GraphError MethodNotAllowed() => new(405, "invalidRequest", "The method is not allowed on this resource.");

    private static Route Plain(EmulatorOperation operation, Func<Exchange, Answer> handler)
        => new(operation, (exchange, _) => Task.FromResult(handler(exchange)));
}
