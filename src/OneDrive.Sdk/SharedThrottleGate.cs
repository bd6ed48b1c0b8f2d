using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk;

/// <summary>
/// The throttle gates of several clients. Clients of the same principal (cloud, tenant, application and, for delegated tokens, user) are
/// throttled together; others are not affected. Set the same instance in the options of each client; with dependency injection all clients
/// of a container share one.
/// </summary>
public sealed class SharedThrottleGate
{
    /// <summary>Creates gates that this process shares with others through a store, or with none.</summary>
    /// <param name="store">
    /// The store of pauses and learned rates; null for none. Principals without a
    /// <see cref="Authentication.IAccessTokenProvider.PrincipalKey"/> are not shared.
    /// </param>
    public SharedThrottleGate(IThrottleStateStore? store = null) => Registry = new GateRegistry(store);

    internal GateRegistry Registry { get; }

    /// <summary>Gets the longest pause of the principals and hosts that the clients call; zero if none is paused.</summary>
    /// <param name="timeProvider">
    /// The time provider of the clients that share the gate; <see cref="TimeProvider.System"/> when <see langword="null"/>.
    /// </param>
    public TimeSpan GetRemainingWait(TimeProvider? timeProvider = null) => Registry.LongestPause(timeProvider ?? TimeProvider.System);
}
