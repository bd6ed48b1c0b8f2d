using System.Security.Cryptography;
using System.Text.Json;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Changes;
using OneDrive.Sdk.Storage;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk;

/// <summary>
/// Turns what stores keep into sealed bytes (AES-256-GCM) and back, for an <see cref="ITokenStore"/>, an
/// <see cref="IUploadSessionStore"/> or another store of your own: a column of a database, a cache. The bytes are bound to their key, so
/// that they cannot be changed, nor moved to another key. Everything is kept, whatever properties later versions add.
/// </summary>
public sealed class StoreSeal
{
    private readonly TokenEncryptionKeys _keys;

    /// <summary>Encrypts with the active key and decrypts with any of the keys.</summary>
    /// <param name="keys">The keys.</param>
    public StoreSeal(TokenEncryptionKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
    }

    /// <summary>Encrypts a sign-in.</summary>
    /// <param name="entry">The sign-in.</param>
    public byte[] Seal(TokenStoreEntry entry) => Seal(entry, generation: 0);

    /// <summary>Seals a sign-in together with the number of the write, for a store with an <see cref="ITokenRollbackGuard"/>.</summary>
    /// <param name="entry">The sign-in.</param>
    /// <param name="generation">The number of the write, higher than that of every earlier write of the key; 0 for none.</param>
    public byte[] Seal(TokenStoreEntry entry, long generation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        return Seal(SignIn(entry.Key), StoredSignIn.Write(entry), generation);
    }

    /// <summary>Decrypts a sign-in.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="content">What <see cref="Seal(TokenStoreEntry)"/> returned.</param>
    /// <exception cref="TokenPersistenceException">It was changed, belongs to another key, or its encryption key is not there.</exception>
    public TokenStoreEntry OpenSignIn(string key, byte[] content) => OpenSignIn(key, content, out _);

    /// <summary>Opens a sign-in and gives the number of the write that it was sealed with.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="content">What <see cref="Seal(TokenStoreEntry, long)"/> returned.</param>
    /// <param name="generation">The number of the write; 0 when it was sealed without one.</param>
    /// <exception cref="TokenPersistenceException">It was changed, belongs to another key, or its encryption key is not there.</exception>
    public TokenStoreEntry OpenSignIn(string key, byte[] content, out long generation)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(content);
        var sealedBytes = SealedBytes.Read(content) ?? throw UnreadableSignIn.Because("its content is not the encrypted content");
        if (_keys.Find(sealedBytes.KeyId) is not { } encryptionKey)
            throw UnreadableSignIn.Because($"it is encrypted with the key '{sealedBytes.KeyId}', which is not one of the configured keys");

        generation = sealedBytes.Generation;
        try
        {
            return sealedBytes.Open(SignIn(key), encryptionKey, StoredSignIn.Read);
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            throw UnreadableSignIn.Because("it was changed, or it is encrypted with another key of the same name", failure);
        }
    }

    /// <summary>
    /// Seals a setting of the application, such as its client id and client secret, under the same keys. Another name is needed to open it
    /// than that of any sign-in or upload.
    /// </summary>
    /// <param name="name">The name of the setting; it has to be the same when the setting is opened.</param>
    /// <param name="content">The setting.</param>
    /// <returns>The encrypted bytes; they may lie in a file or a database.</returns>
    /// <exception cref="ArgumentException">The name or the setting is empty.</exception>
    public byte[] SealSetting(string name, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return content.IsEmpty
            ? throw new ArgumentException("The setting is empty. Pass a value to encrypt.", nameof(content))
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
            throw new CryptographicException("The content is not an encrypted setting.");
        if (_keys.Find(sealedBytes.KeyId) is not { } encryptionKey)
        {
            throw new CryptographicException(
                $"The setting is encrypted with the key '{sealedBytes.KeyId}', which is not one of the configured keys.");
        }

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

    /// <summary>Encrypts the record of an upload.</summary>
    /// <param name="record">The record.</param>
    public byte[] Seal(UploadSessionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var stored = StoredUpload.Of(record);
        stored.UploadUrl = record.UploadUrl.OriginalString;
        return Seal(Upload(record.Key), stored.ToJson());
    }

    /// <summary>Decrypts the record of an upload.</summary>
    /// <param name="key">The resume key.</param>
    /// <param name="content">What <see cref="Seal(UploadSessionRecord)"/> returned.</param>
    /// <returns>
    /// The record, or null if it was changed, belongs to another key, or its encryption key is not available; the upload then restarts.
    /// </returns>
    public UploadSessionRecord? OpenUpload(string key, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(content);
        return Open(Upload(key), content, ReadUpload) is { } record && SecureEndpoint.IsSecure(record.UploadUrl) ? record : null;
    }

    /// <summary>Seals the record of an upload together with its key, under a name that a store can list.</summary>
    /// <param name="record">The record.</param>
    /// <param name="name">What the store calls the entry, such as the primary key of a row.</param>
    public byte[] Seal(UploadSessionRecord record, string name)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var stored = StoredUpload.Of(record);
        stored.UploadUrl = record.UploadUrl.OriginalString;
        return Seal(ListedUpload(name), stored.ToJson());
    }

    /// <summary>Opens the record of an upload whose key is not known.</summary>
    /// <param name="name">What the store calls the entry.</param>
    /// <param name="content">What <see cref="Seal(UploadSessionRecord, string)"/> returned.</param>
    /// <returns>The record with its key, or null as from <see cref="OpenUpload"/>.</returns>
    public UploadSessionRecord? OpenListedUpload(string name, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(content);
        return Open(ListedUpload(name), content, ReadUpload) is { } record && SecureEndpoint.IsSecure(record.UploadUrl) ? record : null;
    }

    /// <summary>Seals a sign-in that is under way.</summary>
    /// <param name="session">The session.</param>
    public byte[] Seal(AuthorizationSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Seal(Session(session.State), StoredAuthorizationSession.Write(session));
    }

    /// <summary>Opens a sign-in that is under way.</summary>
    /// <param name="state">The state of the session.</param>
    /// <param name="content">What <see cref="Seal(AuthorizationSession)"/> returned.</param>
    /// <returns>
    /// The session, or null when it was changed, belongs to another state, or its encryption key is not there: the sign-in then begins
    /// anew.
    /// </returns>
    public AuthorizationSession? OpenSession(string state, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        ArgumentNullException.ThrowIfNull(content);
        return Open(Session(state), content, StoredAuthorizationSession.Read);
    }

    /// <summary>Seals a checkpoint.</summary>
    /// <param name="entry">The checkpoint.</param>
    public byte[] Seal(DeltaCheckpointEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Seal(Checkpoint(entry.Key), StoredDeltaCheckpoint.Write(entry));
    }

    /// <summary>Opens a checkpoint.</summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="content">What <see cref="Seal(DeltaCheckpointEntry)"/> returned.</param>
    /// <returns>
    /// The checkpoint, or null when it was changed, belongs to another key, or its encryption key is not there: reading then begins anew.
    /// </returns>
    public DeltaCheckpointEntry? OpenCheckpoint(string key, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(content);
        return Open(Checkpoint(key), content, StoredDeltaCheckpoint.Read);
    }

    private static UploadSessionRecord? ReadUpload(byte[] plain)
    {
        var stored = StoredUpload.Read(plain);
        return stored is { Format: StoredUpload.CurrentFormat, UploadUrl: { } uploadUrl } ? stored.ToRecord(uploadUrl) : null;
    }

    private static string SignIn(string key) => "sign-in:" + key;

    private static string Setting(string name) => "setting:" + name;

    private static string Upload(string key) => "upload:" + key;

    private static string ListedUpload(string name) => "listed-upload:" + name;

    private static string Session(string state) => "session:" + state;

    private static string Checkpoint(string key) => "checkpoint:" + key;

    private T? Open<T>(string name, byte[] content, Func<byte[], T?> read)
        where T : class
    {
        if (SealedBytes.Read(content) is not { } sealedBytes || _keys.Find(sealedBytes.KeyId) is not { } encryptionKey)
            return null;

        try
        {
            return sealedBytes.Open(name, encryptionKey, read);
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException or UriFormatException)
        {
            return null;
        }
    }

    private byte[] Seal(string name, byte[] plain, long generation = 0) =>
        SealedBytes.Seal(name, plain, generation, _keys.ActiveKeyId, _keys.Find(_keys.ActiveKeyId)!);
}
