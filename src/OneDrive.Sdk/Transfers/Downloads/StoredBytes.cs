using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace OneDrive.Sdk.Transfers;

/// <summary>Looks at the bytes that an earlier call left on the disk.</summary>
internal static class StoredBytes
{
    private const int BufferSize = 128 * 1024;

    /// <summary>
    /// Finds the last mark up to which the bytes are those that were noted, and puts the bytes up to there into the digest.
    /// </summary>
    /// <returns>How many bytes are good.</returns>
    internal static async Task<long> FindAsync(
        SafeFileHandle file, IReadOnlyList<DownloadMark> marks, ContentDigest digest, CancellationToken cancellationToken)
    {
        var (good, position) = (0L, 0L);
        foreach (var mark in marks)
        {
            position = await AppendAsync(file, position, mark.Position, digest, cancellationToken).ConfigureAwait(false);
            if (position != mark.Position || (mark.Hash != DownloadMark.Flushed && digest.QuickXor != mark.Hash))
                break;
            good = position;
        }

        if (position == good)
            return good;

        // The digest has gone too far; it cannot go back, so it goes again.
        digest.Reset();
        return await AppendAsync(file, 0, good, digest, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<long> AppendAsync(
        SafeFileHandle file, long position, long end, ContentDigest digest, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (position < end)
            {
                var room = buffer.AsMemory(0, (int)Math.Min(BufferSize, end - position));
                var count = await RandomAccess.ReadAsync(file, room, position, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    break;
                digest.Append(room.Span[..count]);
                position += count;
            }

            return position;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
