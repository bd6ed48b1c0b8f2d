using Microsoft.Extensions.Caching.Distributed;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Stores sign-ins in a distributed cache, encrypted with AES-256-GCM. When two machines save concurrently, the last write wins, and users
/// must sign in again when the cache evicts an entry. Use it with issuers that keep an old refresh token valid, as Microsoft Entra ID does.
/// For other issuers use a database or <see cref="EncryptedFileTokenStore"/>.
/// </summary>
/// <remarks>
/// Kept: what was saved survives a killed process, and nothing readable reaches the cache. Not kept: machines refresh a sign-in at the same
/// moment, an older state can replace a newer one, and a restored old state is not noticed. OneDrive.Sdk.EntityFrameworkCore keeps these.
/// </remarks>
public sealed class DistributedCacheTokenStore : ITokenStore
{
    private readonly IDistributedCache _cache;
    private readonly StoreSeal _seal;
    private readonly string _prefix;

    /// <summary>Creates the store.</summary>
    /// <param name="cache">The cache; entries are stored without expiration.</param>
    /// <param name="keys">The encryption keys; they must be the same on every machine.</param>
    /// <param name="prefix">The prefix of the cache keys.</param>
    public DistributedCacheTokenStore(IDistributedCache cache, TokenEncryptionKeys keys, string prefix = "OneDrive.Sdk:")
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(prefix);
        _cache = cache;
        _seal = new StoreSeal(keys);
        _prefix = prefix;
    }

    /// <inheritdoc/>
    public async Task<TokenStoreEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var content = await _cache.GetAsync(NameOf(key), cancellationToken).ConfigureAwait(false);
        return content is null ? null : _seal.OpenSignIn(key, content);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The version is compared, but not atomically with the write: when two writers save at the same time, the last write wins.
    /// </remarks>
    public async Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.RefreshToken, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (entry.Version <= expectedVersion)
            throw new ArgumentException("The version of the entry must be higher than the expected version.", nameof(entry));

        var stored = await FindAsync(entry.Key, cancellationToken).ConfigureAwait(false);
        if ((stored?.Version ?? 0) != expectedVersion)
            return false;

        await _cache.SetAsync(NameOf(entry.Key), _seal.Seal(entry), new DistributedCacheEntryOptions(), cancellationToken)
            .ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _cache.RemoveAsync(NameOf(key), cancellationToken);
    }

    private string NameOf(string key) => CacheEntryName.Of(_prefix, "sign-in", key);
}
