using System.Runtime.InteropServices;

namespace OneDrive.Sdk;

/// <summary>The progress of a transfer. It counts acknowledged bytes and never decreases.</summary>
/// <param name="BytesTransferred">The number of acknowledged bytes.</param>
/// <param name="TotalBytes">The length of the content, in bytes; null if it is unknown.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes)
{
    /// <summary>The current speed, in bytes per second: a moving average weighted towards the last ten seconds.</summary>
    /// <value>
    /// <see langword="null"/> until enough bytes were transferred. Bytes of an earlier call that were not sent again are not included.
    /// </value>
    public double? BytesPerSecond { get; init; }

    /// <summary>The estimated remaining time at the current speed.</summary>
    /// <value><see langword="null"/> if the speed or the length is unknown; zero at the end.</value>
    public TimeSpan? TimeRemaining { get; init; }

    /// <summary>The completed fraction, from 0 to 1.</summary>
    /// <value><see langword="null"/> if the length is unknown.</value>
    public double? Fraction => TotalBytes switch
    {
        null => null,
        0 => 1,
        { } total => (double)BytesTransferred / total,
    };
}
