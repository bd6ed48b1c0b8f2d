using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BackupPortal.Jobs;

/// <summary>
/// Encrypted backups: a header, a salt, then blocks of 64 KiB, each sealed with AES-256-GCM under a key of the file. The number of a
/// block is its nonce, and the last one is marked, so that blocks cannot be exchanged or cut off.
/// </summary>
internal static class SealedFormat
{
    public const int BlockSize = 64 * 1024;
    public const int TagSize = 16;
    public const int SaltSize = 16;

    public static ReadOnlySpan<byte> Header => "OneDriveBackup 1"u8;

    public static AesGcm CreateCipher(byte[] key, byte[] salt) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, salt), TagSize);

    public static void WriteNonce(Span<byte> nonce, long block, bool isLast)
    {
        nonce.Clear();
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], block);
    }
}
