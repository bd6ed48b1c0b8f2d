namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The pauses between looks for a file whose bytes are at the service. It can be "not found" by its path for up to two minutes after it was
/// made.
/// </summary>
internal static class LookupDelays
{
    /// <summary>One look.</summary>
    internal static readonly TimeSpan[] None = [];

    /// <summary>What became of the whole content is not known, or an earlier process knew it.</summary>
    internal static readonly TimeSpan[] Short = Seconds(1, 2, 4);

    /// <summary>The service says that it took nothing, although the last byte was sent.</summary>
    internal static readonly TimeSpan[] Medium = Seconds(1, 2, 4, 8, 15);

    /// <summary>Every byte is there, or the response to the last one is lost: two minutes.</summary>
    internal static readonly TimeSpan[] Long = Seconds(1, 2, 4, 8, 15, 30, 30, 30);

    private static TimeSpan[] Seconds(params ReadOnlySpan<int> seconds)
    {
        var waits = new TimeSpan[seconds.Length];
        for (var index = 0; index < waits.Length; index++)
            waits[index] = TimeSpan.FromSeconds(seconds[index]);
        return waits;
    }
}
