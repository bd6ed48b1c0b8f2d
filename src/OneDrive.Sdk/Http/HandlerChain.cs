using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Http;

/// <summary>The order of the handlers, for every client, with or without dependency injection.</summary>
internal static class HandlerChain
{
    internal static HttpMessageInvoker Build(
        IAccessTokenProvider tokens,
        ServiceRoot root,
        ClientGates gates,
        BandwidthLimiter? limiter,
        RetryRules rules,
        TimeProvider timeProvider,
        ILogger logger,
        HttpMessageHandler transport)
    {
        DelegatingHandler[] chain =
        [
            new TelemetryHandler(timeProvider),
            new RetryHandler(rules.Settings.AttemptTimeout, timeProvider, logger),
            new ThrottleGateHandler(gates, timeProvider),
            new AttemptHandler(root),
            new AuthorizationHandler(tokens, root),
            new FinishingHandler(new BodyLimit(rules.Settings.AttemptTimeout, timeProvider)),
            new InactivityHandler(rules.Settings.AttemptTimeout, limiter, timeProvider),
        ];
        for (var index = 0; index < chain.Length; index++)
        {
            chain[index].InnerHandler = index + 1 < chain.Length ? chain[index + 1] : transport;
        }

        // The creator of the transport disposes it, because it may serve other clients too.
        return new HttpMessageInvoker(chain[0], disposeHandler: false);
    }

    /// <summary>The default transport: one connection pool, no redirects, no cookies.</summary>
    internal static SocketsHttpHandler CreateTransport(OneDriveOptions? options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(30),

        // .NET's own spans of requests show the path, which in pre-authenticated addresses and sharing links is a secret, and their headers
        // go to every host. The span of a call is TelemetryHandler's, which passes it on to the service only.
        ActivityHeadersPropagator = null,
        ConnectCallback = options is { BlockPrivateNetworks: true } ? new PublicConnection(IsHere(options)).ConnectAsync : null,
    };

    private static bool IsHere(OneDriveOptions options) => (options.ServiceEndpoint ?? options.Cloud.GraphEndpoint).IsLoopback;
}
