using System.Runtime.InteropServices;

namespace OneDrive.Sdk;

/// <summary>How far a transfer is. It counts what the other side has acknowledged and never goes back.</summary>
/// <param name="BytesTransferred">The bytes that are known to have arrived.</param>
/// <param name="TotalBytes">The bytes of the whole content; null when nobody told.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes)
{
    /// <summary>The speed of late, in bytes per second: an average in which the last ten seconds weigh most.</summary>
    /// <value>Null until there is enough to measure. Bytes of an earlier call that were not sent again do not count.</value>
    public double? BytesPerSecond { get; init; }

    /// <summary>The time that the rest takes at the present speed.</summary>
    /// <value>Null when the speed or the total is unknown; zero at the end.</value>
    public TimeSpan? TimeRemaining { get; init; }

    /// <summary>The part that is done, from 0 to 1.</summary>
    /// <value>Null when the total is unknown.</value>
    public double? Fraction => TotalBytes switch
    {
        null => null,
        0 => 1,
        { } total => (double)BytesTransferred / total,
    };
}
