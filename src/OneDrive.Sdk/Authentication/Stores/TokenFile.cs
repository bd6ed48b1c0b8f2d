using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Storage;

namespace OneDrive.Sdk.Authentication.Stores;

/// <summary>
/// The file of one entry: mark, format, name of the key, number of the write, and the sealed entry. All of it is authenticated together
/// with the file's name, so that no byte can be changed and no file moved to another entry.
/// </summary>
internal sealed record TokenFile(string KeyId, long Generation, ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Envelope)
{
    private const byte Format = 1;

    private static ReadOnlySpan<byte> Mark => "ODTS"u8;

    /// <summary>Writes an entry.</summary>
    internal static byte[] Seal(string name, TokenStoreEntry entry, long generation, string keyId, byte[] key)
    {
        var header = HeaderOf(keyId, generation);
        var stored = new StoredSignIn
        {
            Key = entry.Key,
            Version = entry.Version,
            RefreshToken = entry.RefreshToken,
            Scopes = [.. entry.Scopes],
            Account = entry.Account,
            Saved = entry.Saved,
        };
        var plain = JsonSerializer.SerializeToUtf8Bytes(stored, TokenStoreJsonContext.Default.StoredSignIn);
        var envelope = AesGcmEnvelope.Seal(key, plain, Bound(header, name));
        CryptographicOperations.ZeroMemory(plain);
        return [.. header, .. envelope];
    }

    /// <summary>Takes a file apart without opening it; null when it is none of ours.</summary>
    internal static TokenFile? Read(byte[] content)
    {
        var start = Mark.Length + 2;
        if (content.Length < start || !content.AsSpan(0, Mark.Length).SequenceEqual(Mark) || content[Mark.Length] != Format)
            return null;

        var keyIdLength = content[Mark.Length + 1];
        var headerLength = start + keyIdLength + sizeof(long);
        return content.Length <= headerLength + AesGcmEnvelope.Overhead ? null : new TokenFile(
            Encoding.ASCII.GetString(content, start, keyIdLength),
            BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(start + keyIdLength)),
            content.AsMemory(0, headerLength),
            content.AsMemory(headerLength));
    }

    /// <summary>Opens the entry.</summary>
    /// <exception cref="CryptographicException">The file was changed, belongs to another entry, or the key is another one.</exception>
    internal TokenStoreEntry Open(string name, byte[] key)
    {
        var plain = AesGcmEnvelope.Open(key, Envelope.Span, Bound(Header.Span, name));
        var stored = JsonSerializer.Deserialize(plain, TokenStoreJsonContext.Default.StoredSignIn)!;
        CryptographicOperations.ZeroMemory(plain);
        return new TokenStoreEntry
        {
            Key = stored.Key,
            Version = stored.Version,
            RefreshToken = stored.RefreshToken,
            Scopes = stored.Scopes ?? [],
            Account = stored.Account,
            Saved = stored.Saved,
        };
    }

    private static byte[] HeaderOf(string keyId, long generation)
    {
        var header = new byte[Mark.Length + 2 + keyId.Length + sizeof(long)];
        Mark.CopyTo(header);
        header[Mark.Length] = Format;
        header[Mark.Length + 1] = (byte)keyId.Length;
        Encoding.ASCII.GetBytes(keyId, header.AsSpan(Mark.Length + 2));
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(Mark.Length + 2 + keyId.Length), generation);
        return header;
    }

    // The header says itself where it ends.
    private static byte[] Bound(ReadOnlySpan<byte> header, string name) => [.. header, .. Encoding.UTF8.GetBytes(name)];
}
