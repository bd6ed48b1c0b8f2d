using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk;

/// <summary>
/// The gates of several clients. Clients of the same principal (cloud, tenant, application and, for delegated tokens, user) wait together
/// when the service asks one of them to; others are not affected. Give the same object to each client's options; in dependency injection
/// all clients of a container share one.
/// </summary>
public sealed class SharedThrottleGate
{
    /// <summary>Makes gates that this process shares with others through a store, or with none.</summary>
    /// <param name="store">
    /// Where pauses and learned rates are shared; null for none. Principals without a
    /// <see cref="Authentication.IAccessTokenProvider.PrincipalKey"/> are not shared.
    /// </param>
    public SharedThrottleGate(IThrottleStateStore? store = null) => Registry = new GateRegistry(store);

    internal GateRegistry Registry { get; }

    /// <summary>Gets the longest pause of the principals and hosts that the clients call; zero when none is paused.</summary>
    /// <param name="timeProvider">The clock of the clients that share the gate; the system's when <see langword="null"/>.</param>
    public TimeSpan GetRemainingWait(TimeProvider? timeProvider = null) => Registry.LongestPause(timeProvider ?? TimeProvider.System);
}
