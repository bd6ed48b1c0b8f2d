using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// The hash of file content on OneDrive: bit b of byte i toggles bit (11 * i + b) mod 160 of the state, and the length is mixed into the
/// last 8 bytes.
/// A value type, so that a fragment can be hashed into a copy that is thrown away when the fragment breaks off.
/// </summary>
/// <remarks>
/// 11 and 160 have no common divisor, so bytes that are 160 apart meet the same bits. All bytes of one residue are first combined with
/// XOR, whole words at a time, and the 160 residues are rotated into place once, at the end.
/// See https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct QuickXorHash
{
    private const int StateBits = 160;
    private const int Step = 11;

    private Columns _columns;
    private long _length;

    [StructLayout(LayoutKind.Sequential)]
    [InlineArray(StateBits)]
    private struct Columns
    {
        private byte _first;
    }

    public readonly long Length => _length;

    public void Append(ReadOnlySpan<byte> data)
    {
        Span<byte> columns = MemoryMarshal.CreateSpan(ref Unsafe.As<Columns, byte>(ref _columns), StateBits);
        var column = (int)(_length % StateBits);
        _length += data.Length;
        while (!data.IsEmpty)
        {
            var count = Math.Min(data.Length, StateBits - column);
            Combine(columns.Slice(column, count), data[..count]);
            data = data[count..];
            column = 0;
        }
    }

    public readonly byte[] Finish()
    {
        var result = new byte[StateBits / 8];
        for (var column = 0; column < StateBits; column++)
        {
            var bit = Step * column % StateBits;
            for (var offset = 0; offset < 8; offset++, bit = (bit + 1) % StateBits)
            {
                if ((_columns[column] >> offset & 1) != 0)
                {
                    result[bit / 8] ^= (byte)(1 << (bit % 8));
                }
            }
        }

        var tail = result.AsSpan(12);
        BinaryPrimitives.WriteUInt64LittleEndian(tail, BinaryPrimitives.ReadUInt64LittleEndian(tail) ^ (ulong)_length);
        return result;
    }

    /// <summary>The state, to continue with later.</summary>
    public byte[] Save()
    {
        var state = new byte[StateBits + sizeof(long)];
        MemoryMarshal.CreateSpan(ref Unsafe.As<Columns, byte>(ref _columns), StateBits).CopyTo(state);
        BinaryPrimitives.WriteInt64LittleEndian(state.AsSpan(StateBits), _length);
        return state;
    }

    public static QuickXorHash Load(ReadOnlySpan<byte> state)
    {
        var hash = default(QuickXorHash);
        state[..StateBits].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Columns, byte>(ref hash._columns), StateBits));
        hash._length = BinaryPrimitives.ReadInt64LittleEndian(state[StateBits..]);
        return hash;
    }

    private static void Combine(Span<byte> columns, ReadOnlySpan<byte> data)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(columns);
        var sources = MemoryMarshal.Cast<byte, ulong>(data);
        for (var index = 0; index < sources.Length; index++)
        {
            words[index] ^= sources[index];
        }

        for (var index = sources.Length * sizeof(ulong); index < data.Length; index++)
        {
            columns[index] ^= data[index];
        }
    }
}
