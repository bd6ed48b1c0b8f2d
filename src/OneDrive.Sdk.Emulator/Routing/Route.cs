using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Where a request goes.</summary>
internal sealed record Route(EmulatorOperation Operation, Func<Exchange, CancellationToken, Task<Answer>> Handler)
{
    /// <summary>Whether the request must carry an access token for Graph.</summary>
    public bool NeedsToken { get; init; }

    /// <summary>Whom the token must be meant for.</summary>
    public AudienceKind Audience { get; init; }

    /// <summary>The path of the file behind an upload or download URL.</summary>
    public string? ItemPath { get; init; }

    /// <summary>The answer to a method that a known resource does not have.</summary>
    public static Route MethodNotAllowed(EmulatorOperation operation = EmulatorOperation.Unknown) =>
        Refuse(operation, GraphError.MethodNotAllowed());

    public static Route Refuse(EmulatorOperation operation, GraphError error) => Plain(operation, _ => throw error);

    public static Route Plain(EmulatorOperation operation, Func<Exchange, Answer> handler)
        => new(operation, (exchange, _) => Task.FromResult(handler(exchange)));
}
