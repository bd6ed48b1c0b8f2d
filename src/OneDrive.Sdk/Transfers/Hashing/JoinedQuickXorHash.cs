using System.Buffers.Binary;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The QuickXorHash of content that arrives in pieces, some of which were hashed on their own: the hash is an exclusive or, so that of a
/// piece only has to be turned to where the piece begins.
/// </summary>
internal sealed class JoinedQuickXorHash
{
    private const int Size = QuickXorHash.HashSizeInBytes;
    private const int SizeInBits = Size * 8;
    private const int BitsPerByteShift = 11;

    private readonly QuickXorHash _open = new();
    private readonly byte[] _joined = new byte[Size];
    private long _joinedLength;
    private long _openLength;

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        _open.Append(bytes);
        _openLength += bytes.Length;
    }

    /// <summary>Adds a piece that was hashed on its own.</summary>
    /// <param name="hash">The hash of the piece alone.</param>
    /// <param name="length">The length of the piece.</param>
    internal void Append(ReadOnlySpan<byte> hash, long length)
    {
        Span<byte> own = stackalloc byte[Size];
        _open.TryGetHashAndReset(own, out _);
        Join(_joined, _joinedLength, own, _openLength);
        _joinedLength += _openLength;
        _openLength = 0;
        Join(_joined, _joinedLength, hash, length);
        _joinedLength += length;
    }

    /// <summary>The hash of everything so far, in base64.</summary>
    internal string GetCurrent()
    {
        Span<byte> hash = stackalloc byte[Size];
        _joined.CopyTo(hash);
        Join(hash, _joinedLength, _open.GetCurrentHash(), _openLength);
        ToggleLength(hash, _joinedLength + _openLength);
        return Convert.ToBase64String(hash);
    }

    internal void Reset()
    {
        _open.Reset();
        _joined.AsSpan().Clear();
        (_joinedLength, _openLength) = (0, 0);
    }

    // The length is toggled into a finished hash, and is in the way until the end.
    private static void Join(Span<byte> target, long position, ReadOnlySpan<byte> hash, long length)
    {
        Span<byte> bits = stackalloc byte[Size];
        hash.CopyTo(bits);
        ToggleLength(bits, length);
        var turn = (int)(position % SizeInBits) * BitsPerByteShift % SizeInBits;
        for (var index = 0; index < Size; index++)
        {
            var place = (index + (turn / 8)) % Size;
            var shifted = bits[index] << (turn % 8);
            target[place] ^= (byte)shifted;
            target[(place + 1) % Size] ^= (byte)(shifted >> 8);
        }
    }

    private static void ToggleLength(Span<byte> hash, long length)
    {
        var tail = hash[^sizeof(ulong)..];
        BinaryPrimitives.WriteInt64LittleEndian(tail, BinaryPrimitives.ReadInt64LittleEndian(tail) ^ length);
    }
}
