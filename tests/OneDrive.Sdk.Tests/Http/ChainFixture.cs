using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Tests.Http;

/// <summary>The whole handler chain over a scripted transport.</summary>
internal sealed class ChainFixture
{
    internal ChainFixture(
        TimeProvider timeProvider,
        Action<OneDriveOptions>? configure = null,
        IAccessTokenProvider? tokens = null,
        SharedThrottleGate? sharedGate = null)
    {
        var options = new OneDriveOptions { TimeProvider = timeProvider };
        options.Retry.AttemptTimeout = TimeSpan.FromDays(1);
        configure?.Invoke(options);
        OneDriveOptionsValidator.Require(options, nameof(options));
        var settings = ClientSettings.From(options, options.Cloud);
        var rules = new RetryRules(settings.Retry);
        Tokens = tokens as CountingTokens ?? new CountingTokens();
        var registry = GateRegistry.Of(sharedGate ?? new SharedThrottleGate());
        var gates = new ClientGates(registry, tokens ?? Tokens, settings, NullLogger.Instance);
        var invoker = HandlerChain.Build(
            tokens ?? Tokens, settings.Root, gates, limiter: null, rules, settings.TimeProvider, NullLogger.Instance, Transport);
        Graph = new GraphTransport(invoker, settings, rules, gates);
    }

    internal ScriptedTransport Transport { get; } = new();

    internal CountingTokens Tokens { get; }

    internal GraphTransport Graph { get; }

    internal Task<NoContent> GetAsync(CancellationToken cancellationToken = default) =>
        Graph.SendAsync(Call(HttpMethod.Get, isIdempotent: true), cancellationToken);

    internal Task<NoContent> PostAsync(CancellationToken cancellationToken = default) =>
        Graph.SendAsync(Call(HttpMethod.Post, isIdempotent: false), cancellationToken);

    internal static GraphCall<NoContent> Call(HttpMethod method, bool isIdempotent) => new()
    {
        Operation = "Test.Call",
        Method = method,
        Path = "me/drive",
        Body = method == HttpMethod.Post ? EmptyCallBody.Instance : null,
        IsIdempotent = isIdempotent,
    };
}
