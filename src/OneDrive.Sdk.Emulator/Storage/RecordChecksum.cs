using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>Returns whether an item is other than it was when it was saved.</summary>
internal static class RecordChecksum
{
    public static ulong Of(ItemRecord record)
        => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(record, StateJson.Default.ItemRecord)));
}
