namespace OneDrive.Sdk;

/// <summary>
/// The throttle gates of several clients. Clients of the same principal (cloud, tenant, application and, for delegated tokens, user) are
/// throttled together; others are not affected. Set the same instance in the options of each client; with dependency injection all clients
/// of a container share one.
/// </summary>
public sealed class SharedThrottleGate
{
    private readonly object _lock = new();
    private readonly IThrottleStateStore? _store;
    private IPauseSource? _gates;

    /// <summary>Creates gates that this process shares with others through a store, or with none.</summary>
    /// <param name="store">
    /// The store of pauses and learned rates; null for none. Principals without a
    /// <see cref="Authentication.IAccessTokenProvider.PrincipalKey"/> are not shared.
    /// </param>
    public SharedThrottleGate(IThrottleStateStore? store = null) => _store = store;

    /// <summary>Gets the longest pause of the principals and hosts that the clients call; zero if none is paused.</summary>
    /// <param name="timeProvider">
    /// The time provider of the clients that share the gate; <see cref="TimeProvider.System"/> when <see langword="null"/>.
    /// </param>
    public TimeSpan GetRemainingWait(TimeProvider? timeProvider = null)
    {
        lock (_lock)
            return _gates?.LongestPause(timeProvider ?? TimeProvider.System) ?? TimeSpan.Zero;
    }

    /// <summary>Gets the gates, which the first client creates.</summary>
    internal TGates GetGates<TGates>(Func<IThrottleStateStore?, TGates> create)
        where TGates : class, IPauseSource
    {
        lock (_lock)
            return (TGates)(_gates ??= create(_store));
    }
}
