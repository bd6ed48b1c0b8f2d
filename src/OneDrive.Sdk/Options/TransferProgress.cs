using System.Runtime.InteropServices;

namespace OneDrive.Sdk;

/// <summary>How far a transfer is. It counts what the other side has acknowledged and never goes back.</summary>
/// <param name="BytesTransferred">The bytes that are known to have arrived.</param>
/// <param name="TotalBytes">The bytes of the whole content; null when nobody told.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes)
{
    /// <summary>The part that is done, from 0 to 1.</summary>
    /// <value>Null when the total is unknown.</value>
    public double? Fraction => TotalBytes switch
    {
        null => null,
        0 => 1,
        { } total => (double)BytesTransferred / total,
    };
}
