using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OneDrive.Sdk.Transfers.Hashing;

/// <summary>
/// The state of a QuickXorHash: byte i of the data toggles the hash from bit 11·i mod 160 upwards, and 11·160 is a multiple of 160, so
/// bytes 160 apart land on the same bits. It is enough to XOR the data in columns of 160 bytes, and to turn each column into place once, at
/// the end.
/// </summary>
/// <remarks>
/// The state is wider than 160 columns: whatever starts in a column is XORed in from there on, without wrapping, however long the registers
/// are; columns 160 apart are put together at the end.
/// </remarks>
internal static class QuickXorColumns
{
    /// <summary>How many columns there are.</summary>
    internal const int Period = 160;

    /// <summary>Bytes of a state: the last column, and five registers of 64 bytes from it on.</summary>
    internal const int StateSize = 3 * Period;

    /// <summary>From here on it pays to read whole cache lines.</summary>
    private const int AlignedFrom = 1024;

    /// <summary>XORs data into the columns, of which the first byte belongs to the given one.</summary>
    internal static void Append(Span<byte> state, int column, ReadOnlySpan<byte> source)
    {
        ref var columns = ref MemoryMarshal.GetReference(state[..StateSize]);
        ref var data = ref MemoryMarshal.GetReference(source);
        if (Vector512.IsHardwareAccelerated && source.Length >= QuickXorLanes512.Count)
        {
            Append<QuickXorLanes512>(ref columns, (nuint)column, ref data, (nuint)source.Length);
        }
        else if (source.Length >= QuickXorLanes256.Count)
        {
            Append<QuickXorLanes256>(ref columns, (nuint)column, ref data, (nuint)source.Length);
        }
        else
        {
            for (var index = 0; index < source.Length; index++)
                state[column + index] ^= source[index];
        }
    }

    /// <summary>Turns the columns into place.</summary>
    internal static void WriteHash(ReadOnlySpan<byte> state, Span<byte> destination)
    {
        // Twice the columns, so that nothing wraps below.
        Span<byte> columns = stackalloc byte[2 * Period];
        for (var column = 0; column < Period; column += Vector256<byte>.Count)
        {
            var folded = Vector256.Create(state[column..])
                ^ Vector256.Create(state[(column + Period)..])
                ^ Vector256.Create(state[(column + (2 * Period))..]);
            folded.CopyTo(columns[column..]);
            folded.CopyTo(columns[(column + Period)..]);
        }

        // The column that starts at bit b is 131·b mod 160, since 11·131 mod 160 is 1; it reaches into the next byte.
        var carry = 0;
        var first = 0;
        for (var index = 0; index < destination.Length; index++)
        {
            var ofByte = columns.Slice(first, Period);
            var bits = carry
                ^ ofByte[0]
                ^ (ofByte[131] << 1)
                ^ (ofByte[2 * 131 % Period] << 2)
                ^ (ofByte[3 * 131 % Period] << 3)
                ^ (ofByte[4 * 131 % Period] << 4)
                ^ (ofByte[5 * 131 % Period] << 5)
                ^ (ofByte[6 * 131 % Period] << 6)
                ^ (ofByte[7 * 131 % Period] << 7);
            destination[index] = (byte)bits;
            carry = bits >> 8;
            first = (first + (8 * 131)) % Period;
        }

        destination[0] ^= (byte)carry;
    }

    /// <summary>XORs data of at least one register into the columns.</summary>
    /// <remarks>Optimized at its first call: a process that transfers one file would otherwise hash most of it unoptimized.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Append<TLanes>(ref byte columns, nuint column, ref byte data, nuint length)
        where TLanes : struct, IQuickXorLanes<TLanes>
    {
        var width = (nuint)TLanes.Count;
        var head = length < AlignedFrom
            ? 0
            : (nuint)(-Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref data)) & (width - 1);
        var tail = (length - head) % width;

        // Both ends come first: while the rest is read, what they wrote gets out of its way.
        TLanes.XorInto(ref columns, column, TLanes.Keep(TLanes.Load(ref data, 0), 0, (int)head));
        TLanes.XorInto(
            ref columns,
            (column + length - width) % Period,
            TLanes.Keep(TLanes.Load(ref data, length - width), (int)(width - tail), (int)width));

        column = (column + head) % Period;
        var offset = head;
        var end = length - tail;
        if (end - offset >= 5 * width)
        {
            var lanes0 = TLanes.Load(ref data, offset);
            var lanes1 = TLanes.Load(ref data, offset + width);
            var lanes2 = TLanes.Load(ref data, offset + (2 * width));
            var lanes3 = TLanes.Load(ref data, offset + (3 * width));
            var lanes4 = TLanes.Load(ref data, offset + (4 * width));
            for (offset += 5 * width; end - offset >= 5 * width; offset += 5 * width)
            {
                lanes0 ^= TLanes.Load(ref data, offset);
                lanes1 ^= TLanes.Load(ref data, offset + width);
                lanes2 ^= TLanes.Load(ref data, offset + (2 * width));
                lanes3 ^= TLanes.Load(ref data, offset + (3 * width));
                lanes4 ^= TLanes.Load(ref data, offset + (4 * width));
            }

            TLanes.XorInto(ref columns, column, lanes0);
            TLanes.XorInto(ref columns, column + width, lanes1);
            TLanes.XorInto(ref columns, column + (2 * width), lanes2);
            TLanes.XorInto(ref columns, column + (3 * width), lanes3);
            TLanes.XorInto(ref columns, column + (4 * width), lanes4);
        }

        for (; offset < end; offset += width, column += width)
            TLanes.XorInto(ref columns, column, TLanes.Load(ref data, offset));
    }
}
