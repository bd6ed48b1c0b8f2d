using System.Collections.Immutable;
using OneDrive.Sdk.Storage;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The encryption keys of a token store: one active key, and any number of former keys that only decrypt. Immutable. To change the key,
/// make the new one active, keep the old one with <see cref="WithFormerKey"/>, and call
/// <see cref="EncryptedFileTokenStore.ReencryptAsync"/>.
/// </summary>
public sealed class TokenEncryptionKeys
{
    private const int LongestId = 64;
    private readonly ImmutableDictionary<string, byte[]> _keys;

    /// <summary>Creates the keys with the active key.</summary>
    /// <param name="activeKeyId">
    /// The name of the key, up to 64 letters, digits, dots, hyphens and underscores. It is stored unencrypted in the files.
    /// </param>
    /// <param name="key">32 random bytes; copied.</param>
    /// <exception cref="ArgumentException">The name or the key is not valid; the message contains the reason.</exception>
    public TokenEncryptionKeys(string activeKeyId, byte[] key)
        : this(activeKeyId, Add(ImmutableDictionary.Create<string, byte[]>(StringComparer.Ordinal), activeKeyId, key))
    {
    }

    private TokenEncryptionKeys(string activeKeyId, ImmutableDictionary<string, byte[]> keys) => (ActiveKeyId, _keys) = (activeKeyId, keys);

    /// <summary>The name of the active key.</summary>
    public string ActiveKeyId { get; }

    /// <summary>Adds a key that is used for decryption only.</summary>
    /// <param name="keyId">The name of the key.</param>
    /// <param name="key">32 bytes; copied.</param>
    /// <returns>The keys with this one.</returns>
    /// <exception cref="ArgumentException">The name or the key cannot be used, or the name is taken.</exception>
    public TokenEncryptionKeys WithFormerKey(string keyId, byte[] key) => new(ActiveKeyId, Add(_keys, keyId, key));

    /// <summary>Returns a fixed text, because the keys are secrets.</summary>
    public override string ToString() => "[REDACTED]";

    internal byte[]? Find(string keyId) => _keys.GetValueOrDefault(keyId);

    private static ImmutableDictionary<string, byte[]> Add(ImmutableDictionary<string, byte[]> keys, string keyId, byte[] key)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyId);
        ArgumentNullException.ThrowIfNull(key);
        if (keyId.Length > LongestId || !keyId.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_'))
        {
            throw new ArgumentException(
                $"The name of a key must have 1 to {LongestId} letters, digits, dots, hyphens and underscores.", nameof(keyId));
        }

        if (AesGcmEnvelope.WeaknessOf(key) is { } weakness)
            throw new ArgumentException(weakness, nameof(key));
        return keys.ContainsKey(keyId)
            ? throw new ArgumentException($"The key '{keyId}' already exists.", nameof(keyId))
            : keys.Add(keyId, (byte[])key.Clone());
    }
}
