using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The read limit of a body: its stated length, or else the described size. Where a hash can verify content of another size, the limit is
/// slightly higher.
/// </summary>
internal sealed class DownloadBound
{
    private const long Slack = 1024 * 1024;

    private readonly bool _isProvedByHash;
    private readonly bool _isLast;
    private bool _isBeyondSize;

    internal DownloadBound(long? stated, DownloadTerms terms, DriveItem item, bool isProvedByHash)
    {
        _isProvedByHash = isProvedByHash;
        IsStated = stated is not null;
        _isLast = terms.Longest is not null;
        Next = stated ?? terms.Longest + 1 ?? (terms is { Conversion: null, TakesAnything: false } ? item.Size : null) ?? long.MaxValue;
    }

    /// <summary>The position at which something has to be decided.</summary>
    internal long Next { get; private set; }

    internal bool IsStated { get; }

    internal Memory<byte> Limit(Memory<byte> room, long position) => room.Length <= Next - position ? room : room[..(int)(Next - position)];

    /// <summary>
    /// Lets the body go a little beyond the described size, to see whether it ends there; false when it has done so already.
    /// </summary>
    internal bool PassSize()
    {
        if (_isLast || _isBeyondSize)
            return false;
        _isBeyondSize = true;
        Next += _isProvedByHash ? Slack : 1;
        return true;
    }
}
