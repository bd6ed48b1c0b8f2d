using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>A record as a line of text: its CRC-32C in eight hexadecimal digits, a space, and its entries as JSON.</summary>
internal static class RecordLine
{
    private const int Digits = 8;

    public static byte[] Write(IReadOnlyList<StateEntry> entries)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(entries, StateJson.Default.IReadOnlyListStateEntry);
        var line = new byte[Digits + 1 + json.Length + 1];
        Encoding.ASCII.GetBytes(Checksum(json).ToString("x8", CultureInfo.InvariantCulture), line);
        line[Digits] = (byte)' ';
        json.CopyTo(line, Digits + 1);
        line[^1] = (byte)'\n';
        return line;
    }

    /// <summary>Reads a line without its end; null when the checksum does not agree.</summary>
    public static IReadOnlyList<StateEntry>? TryRead(ReadOnlySpan<byte> line)
    {
        if (line.Length <= Digits
            || line[Digits] != ' '
            || !uint.TryParse(line[..Digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var expected)
            || Checksum(line[(Digits + 1)..]) != expected)
        {
            return null;
        }

        return JsonSerializer.Deserialize(line[(Digits + 1)..], StateJson.Default.IReadOnlyListStateEntry);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var last in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return ~crc;
    }
}
