using OneDrive.Sdk.Http;

namespace OneDrive.Sdk;

/// <summary>
/// Lets several clients of one application and tenant cool down together: when the service tells one of them to wait, none of them sends.
/// Give the same object to each client's options.
/// </summary>
public sealed class SharedThrottleGate
{
    internal ThrottleCoolDown CoolDown { get; } = new();

    /// <summary>How long the gate stays shut; zero when it is open.</summary>
    /// <param name="timeProvider">The clock of the clients that share the gate; the system's when <see langword="null"/>.</param>
    public TimeSpan GetRemainingWait(TimeProvider? timeProvider = null) => CoolDown.Remaining(timeProvider ?? TimeProvider.System);
}
