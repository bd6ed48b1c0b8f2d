using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>The routes of what is more than one request: changes, copies, batches, subscriptions.</summary>
internal sealed class ServiceRoutes(DeltaEndpoint delta)
{
    /// <summary>The route of a verb behind an item; null when it is none of these.</summary>
    public Route? MatchVerb(GraphPath path, string verb, string method)
    {
        var name = verb.Split('(')[0].ToUpperInvariant();
        return (name, method) switch
        {
            ("DELTA", "GET") => Plain(EmulatorOperation.ReadChanges, exchange => delta.Get(exchange, path, verb)),
            ("DELTA", _) => throw MethodNotAllowed(),
            _ => null,
        };
    }

    private static GraphError MethodNotAllowed() => new(405, "invalidRequest", "The method is not allowed on this resource.");

    private static Route Plain(EmulatorOperation operation, Func<Exchange, Answer> handler)
        => new(operation, (exchange, _) => Task.FromResult(handler(exchange)));
}
