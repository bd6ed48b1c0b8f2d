using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>The emulator's own addresses. They are neither recorded nor struck by faults, and not for web pages of others.</summary>
internal sealed class ControlRoutes(
    HealthControl health, FaultControl faults, QuirkControl quirks, ClockControl clock, TrafficControl traffic, StatusPage page)
{
    public const string Prefix = "_emulator";

    public static ControlRoutes Create(OneDriveEmulator emulator, EmulatorState state) => new(
        new HealthControl(emulator, state),
        new FaultControl(emulator.Faults),
        new QuirkControl(emulator.Quirks),
        new ClockControl(emulator),
        new TrafficControl(emulator.Traffic),
        new StatusPage(emulator, state));

    public Route Match(Exchange exchange) => new(EmulatorOperation.Unknown, (_, cancellationToken) =>
    {
        ControlGuard.Check(exchange);
        return Find(exchange)(exchange, cancellationToken);
    });

    private Func<Exchange, CancellationToken, Task<Answer>> Find(Exchange exchange)
        => (exchange.Target.Segments.Skip(1).ToArray(), exchange.Request.Method) switch
        {
            ([], "GET" or "HEAD") => Plain(_ => page.Get()),
            (["health"], "GET" or "HEAD") => Plain(_ => health.Get()),
            (["faults"], "GET") => Plain(_ => faults.List()),
            (["faults"], "POST") => faults.AddAsync,
            (["faults"], "DELETE") => Plain(_ => faults.Clear()),
            (["quirks"], "GET") => Plain(_ => quirks.List()),
            (["quirks"], "POST") => quirks.EnableAsync,
            (["quirks"], "DELETE") => Plain(_ => quirks.Clear()),
            (["quirks", var name], "PUT") => Plain(_ => quirks.Enable(name)),
            (["quirks", var name], "DELETE") => Plain(_ => quirks.Disable(name)),
            (["clock"], "GET") => Plain(_ => clock.Get()),
            (["clock"], "POST") => clock.MoveAsync,
            (["clock"], "DELETE") => Plain(_ => clock.Reset()),
            (["traffic"], "GET") => traffic.GetAsync,
            (["traffic"], "DELETE") => Plain(_ => traffic.Clear()),
            ([] or ["health" or "faults" or "quirks" or "clock" or "traffic"] or ["quirks", _], _) =>
                throw new GraphError(405, "invalidRequest", "The method is not allowed on this resource."),
            _ => throw GraphError.ItemNotFound(),
        };

    private static Func<Exchange, CancellationToken, Task<Answer>> Plain(Func<Exchange, Answer> handler)
        => (exchange, _) => Task.FromResult(handler(exchange));
}
