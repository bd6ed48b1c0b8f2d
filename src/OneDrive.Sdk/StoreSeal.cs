using System.Security.Cryptography;
using System.Text.Json;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Authentication.Stores;
using OneDrive.Sdk.Storage;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk;

/// <summary>
/// Turns what stores keep into sealed bytes (AES-256-GCM) and back, for an <see cref="ITokenStore"/> or an
/// <see cref="IUploadSessionStore"/> of your own: a column of a database, a cache. The bytes are bound to their key, so that they cannot be
/// changed, nor moved to another key. Everything is kept, whatever properties later versions add.
/// </summary>
public sealed class StoreSeal
{
    private readonly TokenEncryptionKeys _keys;

    /// <summary>Seals with the active key and opens with any.</summary>
    /// <param name="keys">The keys.</param>
    public StoreSeal(TokenEncryptionKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
    }

    /// <summary>Seals a sign-in.</summary>
    /// <param name="entry">The sign-in.</param>
    public byte[] Seal(TokenStoreEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Seal(SignIn(entry.Key), StoredSignIn.Write(entry));
    }

    /// <summary>Opens a sign-in.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="content">What <see cref="Seal(TokenStoreEntry)"/> returned.</param>
    /// <exception cref="TokenPersistenceException">It was changed, belongs to another key, or its encryption key is not there.</exception>
    public TokenStoreEntry OpenSignIn(string key, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(content);
        var sealedBytes = SealedBytes.Read(content) ?? throw UnreadableSignIn.Because("it is not what was sealed");
        if (_keys.Find(sealedBytes.KeyId) is not { } encryptionKey)
            throw UnreadableSignIn.Because($"it is sealed under the key '{sealedBytes.KeyId}', which is not among the keys");

        try
        {
            return sealedBytes.Open(SignIn(key), encryptionKey, StoredSignIn.Read);
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            throw UnreadableSignIn.Because("it was changed, or sealed under another key of the same name", failure);
        }
    }

    /// <summary>
    /// Seals a setting of the application, such as its client id and client secret, under the same keys. Another name is needed to open it
    /// than that of any sign-in or upload.
    /// </summary>
    /// <param name="name">The name of the setting; it has to be the same when the setting is opened.</param>
    /// <param name="content">The setting.</param>
    /// <returns>The sealed bytes; they may lie in a file or a database.</returns>
    /// <exception cref="ArgumentException">The name or the setting is empty.</exception>
    public byte[] SealSetting(string name, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return content.IsEmpty
            ? throw new ArgumentException("The setting is empty; there is nothing to seal.", nameof(content))
            : Seal(Setting(name), content.ToArray());
    }

    /// <summary>Opens a setting of the application.</summary>
    /// <param name="name">The name of the setting.</param>
    /// <param name="content">What <see cref="SealSetting"/> returned.</param>
    /// <returns>The setting.</returns>
    /// <exception cref="CryptographicException">
    /// It was changed, belongs to another name, or its encryption key is not among the keys; the message says which.
    /// </exception>
    public byte[] OpenSetting(string name, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(content);
        if (SealedBytes.Read(content) is not { } sealedBytes)
            throw new CryptographicException("The setting is not what was sealed.");
        if (_keys.Find(sealedBytes.KeyId) is not { } encryptionKey)
            throw new CryptographicException($"The setting is sealed under the key '{sealedBytes.KeyId}', which is not among the keys.");

        try
        {
            return sealedBytes.Open(Setting(name), encryptionKey, plain => (byte[])plain.Clone());
        }
        catch (CryptographicException failure)
        {
            throw new CryptographicException(
                "The setting was changed, or sealed under another name or another key of the same name.", failure);
        }
    }

    /// <summary>Seals the record of an upload.</summary>
    /// <param name="record">The record.</param>
    public byte[] Seal(UploadSessionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var stored = StoredUpload.Of(record);
        stored.UploadUrl = record.UploadUrl.OriginalString;
        return Seal(Upload(record.Key), stored.ToJson());
    }

    /// <summary>Opens the record of an upload.</summary>
    /// <param name="key">The resume key.</param>
    /// <param name="content">What <see cref="Seal(UploadSessionRecord)"/> returned.</param>
    /// <returns>
    /// The record, or null when it was changed, belongs to another key, or its encryption key is not there: the upload then begins anew.
    /// </returns>
    public UploadSessionRecord? OpenUpload(string key, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(content);
        if (SealedBytes.Read(content) is not { } sealedBytes || _keys.Find(sealedBytes.KeyId) is not { } encryptionKey)
            return null;

        try
        {
            var record = sealedBytes.Open(Upload(key), encryptionKey, ReadUpload);
            return record is not null && SecureEndpoint.IsSecure(record.UploadUrl) ? record : null;
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException or UriFormatException)
        {
            return null;
        }
    }

    private static UploadSessionRecord? ReadUpload(byte[] plain)
    {
        var stored = StoredUpload.Read(plain);
        return stored is { Format: StoredUpload.CurrentFormat, UploadUrl: { } uploadUrl } ? stored.ToRecord(uploadUrl) : null;
    }

    private static string SignIn(string key) => "sign-in:" + key;

    private static string Setting(string name) => "setting:" + name;

    private static string Upload(string key) => "upload:" + key;

    private byte[] Seal(string name, byte[] plain) =>
        SealedBytes.Seal(name, plain, generation: 0, _keys.ActiveKeyId, _keys.Find(_keys.ActiveKeyId)!);
}
