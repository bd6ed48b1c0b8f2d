using Microsoft.Extensions.Caching.Distributed;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Keeps sign-ins in a cache that many machines share, sealed with AES-256-GCM. Best effort by nature: of two machines that save in one
/// moment the last one wins, and what the cache evicts must be signed in again. Fit for issuers that leave an old refresh token valid, as
/// Microsoft Entra ID does; others need a database or <see cref="EncryptedFileTokenStore"/>.
/// </summary>
public sealed class DistributedCacheTokenStore : ITokenStore
{
    private readonly IDistributedCache _cache;
    private readonly StoreSeal _seal;
    private readonly string _prefix;

    /// <summary>Uses a cache.</summary>
    /// <param name="cache">The cache; entries are kept in it without an end.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    /// <param name="prefix">What the names of the entries in the cache begin with.</param>
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
    /// <remarks>The version is compared, but not in one step with saving: of two that save at the same moment the last one wins.</remarks>
    public async Task<bool> TrySaveAsync(TokenStoreEntry entry, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(entry.RefreshToken, nameof(entry));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (entry.Version <= expectedVersion)
            throw new ArgumentException("The version of the entry must be higher than the expected one.", nameof(entry));

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
