using System.Buffers.Binary;
using System.Text;

namespace OneDrive.Sdk.Json;

/// <summary>
/// Caches member names, so that a page of 200 items does not allocate 200 strings for each name. The table has a fixed size, and a new name
/// replaces an old one, so that it cannot grow.
/// </summary>
internal static class MemberNames
{
    private const int Slots = 1024;
    private const int LongestName = 64;

    private static readonly Entry?[] Table = new Entry?[Slots];

    /// <summary>The name as a string; the same string each time while it is in the table.</summary>
    internal static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestName)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var slot = ref Table[Hash(utf8) & (Slots - 1)];
        var entry = Volatile.Read(ref slot);
        if (entry is null || !utf8.SequenceEqual(entry.Utf8))
        {
            entry = new Entry(utf8.ToArray(), Encoding.UTF8.GetString(utf8));
            Volatile.Write(ref slot, entry);
        }

        return entry.Text;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length * 0x9E3779B97F4A7C15;
        if (utf8.Length >= sizeof(ulong))
        {
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8) * 0xC2B2AE3D27D4EB4F;
            hash = ulong.RotateLeft(hash, 29) ^ (BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]) * 0x9E3779B97F4A7C15);
        }
        else
        {
            foreach (var letter in utf8)
            {
                hash = (hash ^ letter) * 0x100000001B3;
            }
        }

        return (uint)((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15 >> 40);
    }

    private sealed class Entry(byte[] utf8, string text)
    {
        internal byte[] Utf8 { get; } = utf8;

        internal string Text { get; } = text;
    }
}
