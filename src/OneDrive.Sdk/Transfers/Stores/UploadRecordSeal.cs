using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Turns records into files and back. The upload URL is sealed with AES-256-GCM under a random nonce; everything else in the file, the key
/// and the version included, is authenticated with it, so that no part can be changed or moved to another record.
/// </summary>
internal sealed class UploadRecordSeal(byte[] key)
{
    internal const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    internal byte[] Seal(UploadSessionRecord record)
    {
        var stored = new StoredUpload
        {
            Format = StoredUpload.CurrentFormat,
            Key = record.Key,
            Version = record.Version,
            Destination = record.Destination,
            ItemName = record.ItemName,
            Conflict = record.Conflict,
            Length = record.Length,
            SourceFingerprint = record.SourceFingerprint,
            Created = record.Created,
            Expires = record.Expires,
        };
        var plain = Encoding.UTF8.GetBytes(record.UploadUrl.OriginalString);
        var envelope = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(envelope.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(
            envelope.AsSpan(0, NonceSize), plain, envelope.AsSpan(
                NonceSize + TagSize), envelope.AsSpan(NonceSize, TagSize), Authenticated(stored));
        CryptographicOperations.ZeroMemory(plain);
        stored.SealedUploadUrl = envelope;
        return JsonSerializer.SerializeToUtf8Bytes(stored, StoreJsonContext.Default.StoredUpload);
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">The file is not a record.</exception>
    /// <exception cref="CryptographicException">The file was changed, or sealed under another key.</exception>
    internal UploadSessionRecord Open(ReadOnlySpan<byte> file)
    {
        var stored = JsonSerializer.Deserialize(file, StoreJsonContext.Default.StoredUpload);
        if (stored is not { Format: StoredUpload.CurrentFormat, SealedUploadUrl: { Length: > NonceSize + TagSize } envelope })
            throw new JsonException("The file is not an upload record of this format.");

        stored.SealedUploadUrl = null;
        var plain = new byte[envelope.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(
            envelope.AsSpan(0, NonceSize), envelope.AsSpan(
                NonceSize + TagSize), envelope.AsSpan(NonceSize, TagSize), plain, Authenticated(stored));
        var uploadUrl = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return new UploadSessionRecord
        {
            Key = stored.Key,
            Version = stored.Version,
            Destination = stored.Destination,
            ItemName = stored.ItemName,
            Conflict = stored.Conflict,
            Length = stored.Length,
            SourceFingerprint = stored.SourceFingerprint,
            UploadUrl = new Uri(uploadUrl),
            Created = stored.Created,
            Expires = stored.Expires,
        };
    }

    private static byte[] Authenticated(StoredUpload stored) =>
        JsonSerializer.SerializeToUtf8Bytes(stored, StoreJsonContext.Default.StoredUpload);
}
