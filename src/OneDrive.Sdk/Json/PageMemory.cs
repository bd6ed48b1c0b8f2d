using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace OneDrive.Sdk.Json;

/// <summary>
/// Shares values that repeat on a page: identities, parents and texts are created once. It stores positions in the page, so it is valid for
/// one buffer only. If a page does not repeat values, it stops looking for objects.
/// </summary>
internal sealed class PageMemory
{
    private const int Slots = 64;
    private const int EnoughToJudge = 16;

    private readonly Place[] _texts = new Place[Slots];
    private readonly Place[] _objects = new Place[Slots];
    private int _kept;
    private int _found;

    /// <summary>Whether looking for objects costs more than it gives.</summary>
    internal bool IsUseless => _kept > EnoughToJudge && _found < _kept;

    /// <summary>The text between two places of the page; the same string as before when it was there before.</summary>
    internal string Text(ReadOnlySpan<byte> page, int start, int length)
    {
        var utf8 = page.Slice(start, length);
        ref var slot = ref _texts[Hash(utf8) % Slots];
        if (slot.Value is string known && page.Slice(slot.Start, slot.Length).SequenceEqual(utf8))
        {
            return known;
        }

        var text = Encoding.UTF8.GetString(utf8);
        slot = new Place(start, length, text);
        return text;
    }

    /// <summary>The object that was made of the same bytes, or null.</summary>
    internal T? Find<T>(ReadOnlySpan<byte> page, int start, int length)
        where T : class
    {
        var json = page.Slice(start, length);
        ref var slot = ref _objects[Hash(json) % Slots];
        if (slot.Value is not T known || !page.Slice(slot.Start, slot.Length).SequenceEqual(json))
        {
            return null;
        }

        _found++;
        return known;
    }

    /// <summary>Keeps an object for the next one of the same bytes.</summary>
    internal void Keep(ReadOnlySpan<byte> page, int start, int length, object value)
    {
        _kept++;
        _objects[Hash(page.Slice(start, length)) % Slots] = new Place(start, length, value);
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = (ulong.RotateLeft(hash, 23) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0x9E3779B97F4A7C15;
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var last in bytes)
        {
            hash = (hash ^ last) * 0x100000001B3;
        }

        return (uint)(hash >> 32);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Start, int Length, object? Value);
}
