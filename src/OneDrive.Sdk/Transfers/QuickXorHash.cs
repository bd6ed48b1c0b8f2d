using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OneDrive.Sdk;

/// <summary>
/// Computes QuickXorHash, the content hash of OneDrive and SharePoint, over data that arrives in pieces. Not safe for several threads at
/// once. See <see href="https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash"/>.
/// </summary>
public sealed class QuickXorHash
{
    /// <summary>The length of a hash in bytes.</summary>
    /// <value>20.</value>
    public const int HashSizeInBytes = 20;

    // Byte i of the data toggles the hash from bit 11·i mod 160 upwards. 11·160 is a multiple of 160, so bytes 160 apart land on the same
    // bits: it is enough to XOR the data in columns of 160 bytes, and to turn each column into place once, at the end.
    private const int Period = 160;
    private const int BitsPerByteShift = 11;
    private const int HashSizeInBits = HashSizeInBytes * 8;

    private readonly byte[] _columns = new byte[Period];
    private int _column;
    private ulong _length;

    /// <summary>Computes the hash of data that is all there.</summary>
    /// <param name="source">The data.</param>
    /// <returns>The hash, 20 bytes; the service writes it in base64.</returns>
    public static byte[] HashData(ReadOnlySpan<byte> source)
    {
        var hash = new QuickXorHash();
        hash.Append(source);
        return hash.GetCurrentHash();
    }

    /// <summary>Adds data to what is hashed.</summary>
    /// <param name="source">The data that follows what was appended before.</param>
    public void Append(ReadOnlySpan<byte> source)
    {
        _length += (ulong)source.Length;
        if (_column > 0)
        {
            var head = source[..Math.Min(source.Length, Period - _column)];
            AppendToColumns(head);
            source = source[head.Length..];
        }

        var whole = source.Length - (source.Length % Period);
        if (whole > 0)
            AppendWholeRows(source[..whole]);
        AppendToColumns(source[whole..]);
    }

    /// <summary>Gets the hash of everything appended so far and keeps it, so that more can follow.</summary>
    /// <returns>The hash, 20 bytes.</returns>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashSizeInBytes];
        WriteHash(hash);
        return hash;
    }

    /// <summary>Writes the hash of everything appended so far and starts anew.</summary>
    /// <param name="destination">Where the hash goes; at least 20 bytes.</param>
    /// <param name="bytesWritten">20, or 0 when the destination is too short.</param>
    /// <returns>False, and nothing happens, when the destination is too short.</returns>
    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < HashSizeInBytes)
        {
            bytesWritten = 0;
            return false;
        }

        WriteHash(destination[..HashSizeInBytes]);
        Reset();
        bytesWritten = HashSizeInBytes;
        return true;
    }

    /// <summary>Forgets everything appended so far.</summary>
    public void Reset()
    {
        _columns.AsSpan().Clear();
        _column = 0;
        _length = 0;
    }

    private void AppendToColumns(ReadOnlySpan<byte> source)
    {
        var columns = _columns.AsSpan(_column, source.Length);
        for (var index = 0; index < source.Length; index++)
            columns[index] ^= source[index];
        _column = (_column + source.Length) % Period;
    }

    // Five registers of 32 bytes hold all 160 columns for as long as the data lasts.
    private void AppendWholeRows(ReadOnlySpan<byte> source)
    {
        ref var columns = ref MemoryMarshal.GetArrayDataReference(_columns);
        ref var data = ref MemoryMarshal.GetReference(source);
        var column0 = Vector256.LoadUnsafe(ref columns);
        var column1 = Vector256.LoadUnsafe(ref columns, 32);
        var column2 = Vector256.LoadUnsafe(ref columns, 64);
        var column3 = Vector256.LoadUnsafe(ref columns, 96);
        var column4 = Vector256.LoadUnsafe(ref columns, 128);
        for (nuint offset = 0; offset < (nuint)source.Length; offset += Period)
        {
            column0 ^= Vector256.LoadUnsafe(ref data, offset);
            column1 ^= Vector256.LoadUnsafe(ref data, offset + 32);
            column2 ^= Vector256.LoadUnsafe(ref data, offset + 64);
            column3 ^= Vector256.LoadUnsafe(ref data, offset + 96);
            column4 ^= Vector256.LoadUnsafe(ref data, offset + 128);
        }

        column0.StoreUnsafe(ref columns);
        column1.StoreUnsafe(ref columns, 32);
        column2.StoreUnsafe(ref columns, 64);
        column3.StoreUnsafe(ref columns, 96);
        column4.StoreUnsafe(ref columns, 128);
    }

    private void WriteHash(Span<byte> destination)
    {
        destination.Clear();
        for (var column = 0; column < Period; column++)
        {
            var bit = column * BitsPerByteShift % HashSizeInBits;
            var shifted = _columns[column] << (bit % 8);
            destination[bit / 8] ^= (byte)shifted;
            destination[((bit / 8) + 1) % HashSizeInBytes] ^= (byte)(shifted >> 8);
        }

        var tail = destination[^sizeof(ulong)..];
        BinaryPrimitives.WriteUInt64LittleEndian(tail, BinaryPrimitives.ReadUInt64LittleEndian(tail) ^ _length);
    }
}
