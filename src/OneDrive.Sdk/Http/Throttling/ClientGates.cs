using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>
/// The gates of one client: one for the service, and one for each pre-authenticated host, which is a separate system and never delays the
/// service.
/// </summary>
internal sealed class ClientGates
{
    private readonly GateRegistry _registry;
    private readonly ClientSettings _settings;
    private readonly ILogger _logger;
    private readonly GateKey _serviceKey;
    private ThrottleGate _service;

    internal ClientGates(GateRegistry registry, IAccessTokenProvider tokens, ClientSettings settings, ILogger logger)
    {
        _registry = registry;
        _settings = settings;
        _logger = logger;
        _serviceKey = new GateKey(
            (object?)tokens.PrincipalKey ?? tokens, settings.Root.Address.Authority, IsPreAuthenticated: false, settings.TimeProvider);
        Streams = new StreamLimit(settings.MaxConcurrentRequests, settings.TimeProvider, logger);
        _service = GetService();
    }

    /// <summary>The open streamed responses.</summary>
    internal StreamLimit Streams { get; }

    internal ThrottleGate Service => _service.IsRetired ? _service = GetService() : _service;

    internal ThrottleGate Of(Uri address, bool isPreAuthenticated)
    {
        if (!isPreAuthenticated)
            return Service;
        var gate = _registry.Get(_serviceKey with { Authority = address.Authority, IsPreAuthenticated = true }, _settings, _logger);
        gate.Use(_settings.MaxConcurrentRequests, null);
        return gate;
    }

    private ThrottleGate GetService()
    {
        var gate = _registry.Get(_serviceKey, _settings, _logger);
        gate.Use(_settings.MaxConcurrentRequests, _settings.ResourceUnitsPerMinute);
        return gate;
    }
}
