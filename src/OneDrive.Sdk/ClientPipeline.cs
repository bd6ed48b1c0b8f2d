using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk;

/// <summary>
/// The state that clients of one registration share: settings, connections, throttle gates, bandwidth and upload sessions. Identities are
/// added to it.
/// </summary>
internal sealed class ClientPipeline
{
    private readonly SharedThrottleGate _gate;
    private readonly RetryRules _rules;
    private readonly BandwidthLimiter? _limiter;

    private ClientPipeline(
        ClientSettings settings, HttpMessageHandler transport, SharedThrottleGate gate, IUploadSessionStore uploadSessions, ILogger logger)
    {
        Settings = settings;
        Transport = transport;
        UploadSessions = uploadSessions;
        Logger = logger;
        _gate = gate;
        _rules = new RetryRules(settings.Retry);
        _limiter = settings.Transfers.MaxBytesPerSecond is { } rate ? new BandwidthLimiter(rate, settings.TimeProvider) : null;
    }

    internal ClientSettings Settings { get; }

    internal HttpMessageHandler Transport { get; }

    internal IUploadSessionStore UploadSessions { get; }

    internal ILogger Logger { get; }

    internal static ClientPipeline Create(OneDriveOptions options, HttpMessageHandler transport, IAccessTokenProvider? tokens)
    {
        OneDriveOptionsValidator.Require(options, nameof(options));
        CallersTransport.Require(transport, nameof(transport));
        return new ClientPipeline(
            ClientSettings.From(options, CloudAgreement.Find(options.Cloud, tokens)),
            transport,
            options.SharedThrottleGate ?? new SharedThrottleGate(),
            options.UploadSessionStore ?? new InMemoryUploadSessionStore(options.TimeProvider),
            options.LoggerFactory?.CreateLogger("OneDrive.Sdk") ?? NullLogger.Instance);
    }

    internal GraphTransport Connect(IAccessTokenProvider tokens)
    {
        var gates = new ClientGates(GateRegistry.Of(_gate), tokens, Settings, Logger);
        return new(
            HandlerChain.Build(tokens, Settings.Root, gates, _limiter, _rules, Settings.TimeProvider, Logger, Transport),
            Settings,
            _rules,
            gates);
    }
}
