using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>All gates of the clients that share them. Unused gates are removed when there are many.</summary>
internal sealed class GateRegistry : IPauseSource
{
    private const int ManyGates = 1024;

    private readonly ConcurrentDictionary<GateKey, ThrottleGate> _gates = new();
    private readonly IThrottleStateStore? _store;

    internal GateRegistry(IThrottleStateStore? store = null)
    {
        _store = store;
        GateGauges.Instance.Add(this);
    }

    internal IEnumerable<(GateKey Key, ThrottleGate Gate)> Gates => _gates.Select(static pair => (pair.Key, pair.Value));

    internal static GateRegistry Of(SharedThrottleGate gate) => gate.GetGates(static store => new GateRegistry(store));

    internal ThrottleGate Get(GateKey key, ClientSettings settings, ILogger logger)
    {
        if (_gates.TryGetValue(key, out var gate))
            return gate;
        if (_gates.Count >= ManyGates)
            DropIdle();
        return _gates.GetOrAdd(key, Create, (settings, logger));
    }

    private ThrottleGate Create(GateKey key, (ClientSettings Settings, ILogger Logger) client)
    {
        var gate = new ThrottleGate(() => Hash(key)[..8], client.Settings.MaxConcurrentRequests, key.Clock, client.Logger);
        if (_store is not null && key is { Principal: string, IsPreAuthenticated: false })
            gate.Synchronizer = new GateSynchronizer(gate, _store, Hash(key), key.Clock, client.Logger);
        return gate;
    }

    public TimeSpan LongestPause(TimeProvider timeProvider)
    {
        var longest = TimeSpan.Zero;
        foreach (var (key, gate) in _gates)
        {
            if (ReferenceEquals(key.Clock, timeProvider) && gate.PauseLeft is var left && left > longest)
                longest = left;
        }

        return longest;
    }

    private void DropIdle()
    {
        foreach (var (key, gate) in _gates)
        {
            if (gate.IsIdle && _gates.TryRemove(key, out _))
                gate.IsRetired = true;
        }
    }

    /// <summary>Identifies gates in metrics without revealing the tenant or the user.</summary>
    private static string Hash(GateKey key)
    {
        var principal = key.Principal as string
            ?? RuntimeHelpers.GetHashCode(key.Principal).ToString(CultureInfo.InvariantCulture);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{principal}\n{key.Authority}\n{key.IsPreAuthenticated}"));
        return Convert.ToHexString(hash);
    }
}
