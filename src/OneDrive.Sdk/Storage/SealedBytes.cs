using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk.Storage;

/// <summary>
/// Magic number, format, name of the key, version, and the envelope. All of it is authenticated together with a name, so that no byte can
/// be changed or moved to another name.
/// </summary>
internal sealed record SealedBytes(string KeyId, long Generation, ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Envelope)
{
    private const byte Format = 1;

    private static ReadOnlySpan<byte> Mark => "ODTS"u8;

    /// <summary>Seals a text, which is wiped afterwards.</summary>
    internal static byte[] Seal(string name, byte[] plain, long generation, string keyId, byte[] key)
    {
        var header = HeaderOf(keyId, generation);
        var envelope = AesGcmEnvelope.Seal(key, plain, Bound(header, name));
        CryptographicOperations.ZeroMemory(plain);
        return [.. header, .. envelope];
    }

    /// <summary>Parses the bytes without decrypting them; null if they have another format.</summary>
    internal static SealedBytes? Read(byte[] content)
    {
        var start = Mark.Length + 2;
        if (content.Length < start || !content.AsSpan(0, Mark.Length).SequenceEqual(Mark) || content[Mark.Length] != Format)
            return null;

        var keyIdLength = content[Mark.Length + 1];
        var headerLength = start + keyIdLength + sizeof(long);
        return content.Length <= headerLength + AesGcmEnvelope.Overhead
            || content.AsSpan(start, keyIdLength).ContainsAnyExceptInRange((byte)'!', (byte)'~') ? null : new SealedBytes(
            Encoding.ASCII.GetString(content, start, keyIdLength),
            BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(start + keyIdLength)),
            content.AsMemory(0, headerLength),
            content.AsMemory(headerLength));
    }

    /// <summary>Opens the text and hands it on; it is wiped afterwards.</summary>
    /// <exception cref="CryptographicException">Something was changed, belongs to another name, or the key is another one.</exception>
    internal T Open<T>(string name, byte[] key, Func<byte[], T> read)
    {
        var plain = AesGcmEnvelope.Open(key, Envelope.Span, Bound(Header.Span, name));
        try
        {
            return read(plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
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
