using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Storage;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Converts records to files and back. The upload URL is encrypted with AES-256-GCM and a random nonce; everything else in the file,
/// including the key and the version, is authenticated with it, so that no part can be changed or moved to another record.
/// </summary>
internal sealed class UploadRecordSeal(byte[] key)
{
    internal const int KeySize = AesGcmEnvelope.KeySize;

    internal byte[] Seal(UploadSessionRecord record)
    {
        var stored = StoredUpload.Of(record);
        var plain = Encoding.UTF8.GetBytes(record.UploadUrl.OriginalString);
        stored.SealedUploadUrl = AesGcmEnvelope.Seal(key, plain, Authenticated(stored));
        CryptographicOperations.ZeroMemory(plain);
        return stored.ToJson();
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">The file is not a record.</exception>
    /// <exception cref="CryptographicException">The file was changed, or encrypted under another key.</exception>
    internal UploadSessionRecord Open(ReadOnlySpan<byte> file)
    {
        var stored = StoredUpload.Read(file);
        if (stored is not { Format: StoredUpload.CurrentFormat, SealedUploadUrl: { Length: > AesGcmEnvelope.Overhead } envelope })
            throw new JsonException("The file is not an upload record of this format.");

        stored.SealedUploadUrl = null;
        var plain = AesGcmEnvelope.Open(key, envelope, Authenticated(stored));
        var uploadUrl = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return stored.ToRecord(uploadUrl);
    }

    private static byte[] Authenticated(StoredUpload stored) => stored.ToJson();
}
