using System.Security.Cryptography;

namespace OneDrive.Sdk.Storage;

/// <summary>AES-256-GCM under a random nonce. The envelope holds nonce, tag and cipher text, in this order.</summary>
internal static class AesGcmEnvelope
{
    internal const int KeySize = 32;
    internal const int Overhead = NonceSize + TagSize;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Seals a text and binds it to what is not secret but must not be changed either.</summary>
    internal static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var envelope = new byte[Overhead + plain.Length];
        var nonce = envelope.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, plain, envelope.AsSpan(Overhead), envelope.AsSpan(NonceSize, TagSize), bound);
        return envelope;
    }

    /// <summary>Opens an envelope.</summary>
    /// <exception cref="CryptographicException">Something was changed, or the key is another one.</exception>
    internal static byte[] Open(byte[] key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> bound)
    {
        if (envelope.Length < Overhead)
            throw new CryptographicException("The envelope is too short.");

        var plain = new byte[envelope.Length - Overhead];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(envelope[..NonceSize], envelope[Overhead..], envelope[NonceSize..Overhead], plain, bound);
        return plain;
    }
}
