namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The delays between checks for a file whose bytes are at the service. It can be "not found" by its path for up to two minutes after its
/// creation.
/// </summary>
internal static class LookupDelays
{
    /// <summary>One look.</summary>
    internal static readonly TimeSpan[] None = [];

    /// <summary>The outcome for the whole content is unknown, or was known to an earlier process.</summary>
    internal static readonly TimeSpan[] Short = Seconds(1, 2, 4);

    /// <summary>The service reports that it received nothing, although the last byte was sent.</summary>
    internal static readonly TimeSpan[] Medium = Seconds(1, 2, 4, 8, 15);

    /// <summary>All bytes were received, or the last response was lost: two minutes.</summary>
    internal static readonly TimeSpan[] Long = Seconds(1, 2, 4, 8, 15, 30, 30, 30);

    private static TimeSpan[] Seconds(params ReadOnlySpan<int> seconds)
    {
        var waits = new TimeSpan[seconds.Length];
        for (var index = 0; index < waits.Length; index++)
            waits[index] = TimeSpan.FromSeconds(seconds[index]);
        return waits;
    }
}
