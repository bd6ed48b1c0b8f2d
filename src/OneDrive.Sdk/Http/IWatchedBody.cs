namespace OneDrive.Sdk.Http;

/// <summary>A request body that reports activity itself while it is sent, instead of being wrapped.</summary>
internal interface IWatchedBody
{
    /// <summary>Says which timer the bytes of the next sending touch, and what paces them.</summary>
    void Watch(InactivityTimer timer, BandwidthLimiter? limiter);
}
