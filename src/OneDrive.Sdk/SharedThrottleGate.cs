using OneDrive.Sdk.Http;

namespace OneDrive.Sdk;

/// <summary>
/// A throttle gate for several clients of one application and tenant: when the service throttles one of them, all of them pause. Set the
/// same instance in the options of each client.
/// </summary>
public sealed class SharedThrottleGate
{
    internal ThrottleCoolDown CoolDown { get; } = new();

    /// <summary>The remaining pause; zero if the gate is open.</summary>
    /// <param name="timeProvider">The clock of the clients that share the gate; the system's when <see langword="null"/>.</param>
    public TimeSpan GetRemainingWait(TimeProvider? timeProvider = null) => CoolDown.Remaining(timeProvider ?? TimeProvider.System);
}
