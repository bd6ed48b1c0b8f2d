using OneDrive.Sdk.Emulator.Throttling;

namespace OneDrive.Sdk.Emulator;

/// <content>Limits of the service.</content>
public sealed partial class OneDriveEmulator
{
    /// <summary>The limits of the service; setting them resets the counters.</summary>
    /// <value>null: no limits.</value>
    public ServiceLimits? Limits
    {
        get => Throttle.Limits;
        set => Throttle.Limits = value;
    }

    internal ServiceThrottle Throttle { get; }
}
