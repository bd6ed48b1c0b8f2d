using OneDrive.Sdk.Emulator.Throttling;

namespace OneDrive.Sdk.Emulator;

/// <content>How much clients may ask for.</content>
public sealed partial class OneDriveEmulator
{
    /// <summary>How much clients may ask for; setting it begins to count anew.</summary>
    /// <value>null: no limits.</value>
    public ServiceLimits? Limits
    {
        get => Throttle.Limits;
        set => Throttle.Limits = value;
    }

    internal ServiceThrottle Throttle { get; }
}
