using System.Security.Cryptography;

namespace OneDrive.Sdk.Storage;

/// <summary>AES-256-GCM with a random nonce. The envelope contains nonce, tag and cipher text, in this order.</summary>
internal static class AesGcmEnvelope
{
    internal const int KeySize = 32;
    internal const int Overhead = NonceSize + TagSize;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    // 32 random bytes have about 30 different ones; fewer than 8 never happen by chance.
    private const int FewestDifferentBytes = 8;

    /// <summary>Tells why a key is none; null when it may be one.</summary>
    internal static string? WeaknessOf(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeySize)
            return $"The key has {key.Length} bytes. AES-256 requires {KeySize} bytes.";
        if (!key.ContainsAnyExcept(key[0]))
            return "All bytes of the key are equal. The key was not generated randomly.";
        var different = new HashSet<byte>(key.ToArray()).Count;
        return different < FewestDifferentBytes
            ? $"The key contains only {different} different bytes. The key was not generated randomly."
            : null;
    }

    /// <summary>Encrypts a text and authenticates additional data with it.</summary>
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
