namespace OneDrive.Sdk;

/// <summary>The priority of calls when the throttle gate delays them.</summary>
public enum CallPriority
{
    /// <summary>A user waits for the response. The default of all calls except those of <see cref="Bulk"/>.</summary>
    Interactive = 0,

    /// <summary>Background work. The default of folder transfers, upload sessions and delta queries.</summary>
    Bulk = 1,
}
