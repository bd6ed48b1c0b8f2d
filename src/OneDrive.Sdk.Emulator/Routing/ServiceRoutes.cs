using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Webhooks;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>The routes of what is more than one request: changes, copies, subscriptions.</summary>
internal sealed class ServiceRoutes(DeltaEndpoint delta, CopyEndpoints copies, SubscriptionEndpoints subscriptions)
{
    public static ServiceRoutes Create(
        DirectoryState directory,
        ItemResolver resolver,
        ItemRenderer renderer,
        CopyJobTable copies,
        ChangeNotifier notifier,
        EmulatorOptions options) => new(
            new DeltaEndpoint(resolver, renderer, options),
            new CopyEndpoints(directory, resolver, copies, options),
            new SubscriptionEndpoints(resolver, notifier.Subscriptions, notifier.Sender, options));

    /// <summary>The route of two words behind an item; null when it is not one of these.</summary>
    public Route? MatchSocket(GraphPath path, string method)
        => path.Tail is [var first, var second]
            && $"{first}/{second}".Equals("subscriptions/socketIo", StringComparison.OrdinalIgnoreCase)
            && method == "GET"
                ? Plain(EmulatorOperation.GetSubscriptionSocket, exchange => subscriptions.GetSocket(exchange, path))
                : null;

    /// <summary>The route of a verb behind an item; null when it is not one of these.</summary>
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

    /// <summary>The route of what follows "subscriptions".</summary>
    public Route MatchSubscription(IReadOnlyList<string> rest, string method) => (rest, method) switch
    {
        ([], "POST") => new Route(EmulatorOperation.CreateSubscription, subscriptions.CreateAsync),
        ([], "GET") => Plain(EmulatorOperation.GetSubscription, subscriptions.List),
        ([var id], "GET") => Plain(EmulatorOperation.GetSubscription, exchange => subscriptions.Get(exchange, id)),
        ([var id], "PATCH") => new Route(
            EmulatorOperation.RenewSubscription,
            (exchange, cancellationToken) => subscriptions.RenewAsync(exchange, id, cancellationToken)),
        ([var id], "DELETE") => Plain(EmulatorOperation.DeleteSubscription, exchange => subscriptions.Delete(exchange, id)),
        ([var id, "reauthorize"], "POST") =>
            Plain(EmulatorOperation.ReauthorizeSubscription, exchange => subscriptions.Reauthorize(exchange, id)),
        _ => throw MethodNotAllowed(),
    };

    /// <summary>The route of the address at which a copy is watched.</summary>
    public Route MatchMonitor(string id, string method) => method == "GET"
        ? Plain(EmulatorOperation.GetCopyStatus, exchange => copies.GetStatus(exchange, id)) with { ItemPath = copies.FindPath(id) }
        : throw MethodNotAllowed();

    private static GraphError MethodNotAllowed() => new(405, "invalidRequest", "The method is not allowed on this resource.");

    private static Route Plain(EmulatorOperation operation, Func<Exchange, Answer> handler)
        => new(operation, (exchange, _) => Task.FromResult(handler(exchange)));
}
