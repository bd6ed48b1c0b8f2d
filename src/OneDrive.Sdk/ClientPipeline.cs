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
    private readonly RetryRules _rules;
    private readonly BandwidthLimiter? _limiter;
    private readonly ILoggerFactory? _loggers;
    private SharedThrottleGate? _gate;
    private IUploadSessionStore? _uploadSessions;
    private ILogger? _logger;

    private ClientPipeline(ClientSettings settings, OneDriveOptions options, HttpMessageHandler transport)
    {
        Settings = settings;
        Transport = transport;
        (_gate, _uploadSessions, _loggers) = (options.SharedThrottleGate, options.UploadSessionStore, options.LoggerFactory);
        _rules = new RetryRules(settings.Retry);
        _limiter = settings.Transfers.MaxBytesPerSecond is { } rate ? new BandwidthLimiter(rate, settings.TimeProvider) : null;
    }

    internal ClientSettings Settings { get; }

    internal HttpMessageHandler Transport { get; }

    /// <summary>The store of the options; one in memory, created by the first transfer, when they do not have one.</summary>
    internal IUploadSessionStore UploadSessions => _uploadSessions
        ?? Interlocked.CompareExchange(ref _uploadSessions, new InMemoryUploadSessionStore(Settings.TimeProvider), null)
        ?? _uploadSessions;

    internal ILogger Logger => _logger ??= _loggers?.CreateLogger("OneDrive.Sdk") ?? NullLogger.Instance;

    private SharedThrottleGate Gate => _gate ?? Interlocked.CompareExchange(ref _gate, new SharedThrottleGate(), null) ?? _gate;

    internal static ClientPipeline Create(OneDriveOptions options, HttpMessageHandler transport, IAccessTokenProvider? tokens)
    {
        OneDriveOptionsValidator.Require(options, nameof(options));
        CallersTransport.Require(transport, nameof(transport));
        return new ClientPipeline(
            ClientSettings.From(options, CloudAgreement.Find(options.Cloud, tokens)), options, transport);
    }

    internal GraphTransport Connect(IAccessTokenProvider tokens)
    {
        var gates = new ClientGates(GateRegistry.Of(Gate), tokens, Settings, Logger);
        return new(
            HandlerChain.Build(tokens, Settings.Root, gates, _limiter, _rules, Settings.TimeProvider, Logger, Transport),
            Settings,
            _rules,
            gates);
    }
}
