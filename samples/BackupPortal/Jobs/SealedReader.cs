using System.Security.Cryptography;

namespace BackupPortal.Jobs;

/// <summary>Decrypts a backup.</summary>
internal static class SealedReader
{
    /// <exception cref="InvalidDataException">It is not an encrypted backup, was changed or cut off, or has another key.</exception>
    public static async Task CopyAsync(Stream source, Stream destination, byte[] key, CancellationToken cancellationToken)
    {
        var head = new byte[SealedFormat.Header.Length + SealedFormat.SaltSize];
        if (await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length
            || !head.AsSpan().StartsWith(SealedFormat.Header))
        {
            throw new InvalidDataException("The file is not an encrypted backup of this portal.");
        }

        using var cipher = SealedFormat.CreateCipher(key, head[SealedFormat.Header.Length..]);
        var current = new byte[SealedFormat.BlockSize + SealedFormat.TagSize];
        var next = new byte[current.Length];
        var plain = new byte[SealedFormat.BlockSize];
        var length = await ReadAsync(source, current, cancellationToken);
        for (long number = 0; ; number++)
        {
            var following = length == current.Length ? await ReadAsync(source, next, cancellationToken) : 0;
            var isLast = following == 0;
            await destination.WriteAsync(Open(cipher, current.AsMemory(0, length), plain, number, isLast), cancellationToken);
            if (isLast)
                return;
            (current, next, length) = (next, current, following);
        }
    }

    private static Task<int> ReadAsync(Stream source, byte[] block, CancellationToken cancellationToken) =>
        source.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken).AsTask();

    private static ReadOnlyMemory<byte> Open(AesGcm cipher, ReadOnlyMemory<byte> block, byte[] plain, long number, bool isLast)
    {
        var length = block.Length - SealedFormat.TagSize;
        if (length < 0)
            throw new InvalidDataException("The encrypted backup is cut off.");
        Span<byte> nonce = stackalloc byte[12];
        SealedFormat.WriteNonce(nonce, number, isLast);
        try
        {
            cipher.Decrypt(nonce, block.Span[..length], block.Span[length..], plain.AsSpan(0, length));
        }
        catch (AuthenticationTagMismatchException failure)
        {
            throw new InvalidDataException(
                "The encrypted backup was changed or cut off, or ENCRYPTION_KEY is not the key with which it was made.", failure);
        }

        return plain.AsMemory(0, length);
    }
}
