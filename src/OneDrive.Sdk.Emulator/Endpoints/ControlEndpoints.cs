using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Faults;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The emulator's own addresses: faults, traffic and health. They are neither recorded nor struck by faults.</summary>
internal sealed class ControlEndpoints(FaultPlan faults, TrafficLog traffic)
{
    public const string Prefix = "_emulator";

    public Route Match(Exchange exchange)
    {
        var name = exchange.Target.Segments.Count == 2 ? exchange.Target.Segments[1] : string.Empty;
        Func<Exchange, CancellationToken, Task<Answer>> handler = (name, exchange.Request.Method) switch
        {
            ("health", "GET") => (_, _) => Task.FromResult(Answer.Json(200, new JsonObject { ["status"] = "healthy" })),
            ("faults", "GET") => (_, _) => Task.FromResult(Answer.Json(200, ListFaults())),
            ("faults", "POST") => AddFaultAsync,
            ("faults", "DELETE") => (_, _) => Task.FromResult(ClearFaults()),
            ("traffic", "GET") => GetTrafficAsync,
            ("traffic", "DELETE") => (_, _) => Task.FromResult(ClearTraffic()),
            ("health" or "faults" or "traffic", _) =>
                (_, _) => throw new GraphError(405, "invalidRequest", "The method is not allowed on this resource."),
            _ => (_, _) => throw GraphError.ItemNotFound(),
        };
        return new Route(EmulatorOperation.Unknown, handler);
    }

    private JsonArray ListFaults()
    {
        var list = new JsonArray();
        foreach (var fault in faults.ToList())
        {
            list.Add((JsonNode)FaultJson.Write(fault));
        }

        return list;
    }

    private async Task<Answer> AddFaultAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var fault = FaultJson.Read(await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false));
        faults.Add(fault);
        return Answer.Json(201, FaultJson.Write(fault));
    }

    private Answer ClearFaults()
    {
        faults.Clear();
        return Answer.Empty(204);
    }

    private async Task<Answer> GetTrafficAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await traffic.WriteToAsync(stream, cancellationToken).ConfigureAwait(false);
        return new Answer(200) { Headers = { ["Content-Type"] = "application/jsonl; charset=utf-8" }, Body = stream.ToArray() };
    }

    private Answer ClearTraffic()
    {
        traffic.Clear();
        return Answer.Empty(204);
    }
}
