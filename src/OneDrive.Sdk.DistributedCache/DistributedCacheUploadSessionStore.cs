using Microsoft.Extensions.Caching.Distributed;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk;

/// <summary>
/// Stores resumable uploads in a distributed cache, encrypted with AES-256-GCM. A cache cannot list its entries and does not support
/// leases, so assign each upload to one worker at a time. When the cache evicts an entry, the upload starts again.
/// </summary>
/// <remarks>
/// Kept: what was saved survives a killed process, and nothing readable reaches the cache. Not kept: leases, listing, and that of two
/// machines that save in one moment only one succeeds. OneDrive.Sdk.EntityFrameworkCore keeps these.
/// </remarks>
public sealed class DistributedCacheUploadSessionStore : IUploadSessionStore
{
    private const string Instead = "Use FileUploadSessionStore, or EntityFrameworkUploadSessionStore over a database, where you need it.";

    /// <summary>Longer than the lifetime of an upload session, so that abandoned records expire.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly IDistributedCache _cache;
    private readonly StoreSeal _seal;
    private readonly string _prefix;

    /// <summary>Creates the store.</summary>
    /// <param name="cache">The cache; entries expire 30 days after they were saved.</param>
    /// <param name="keys">The encryption keys; they must be the same on every machine.</param>
    /// <param name="prefix">The prefix of the cache keys.</param>
    public DistributedCacheUploadSessionStore(IDistributedCache cache, TokenEncryptionKeys keys, string prefix = "OneDrive.Sdk:")
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(prefix);
        _cache = cache;
        _seal = new StoreSeal(keys);
        _prefix = prefix;
    }

    /// <inheritdoc/>
    public async Task<UploadSessionRecord?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var content = await _cache.GetAsync(NameOf(key), cancellationToken).ConfigureAwait(false);
        return content is null ? null : _seal.OpenUpload(key, content);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The version is compared, but not atomically with the write: when two writers save at the same time, the last write wins.
    /// </remarks>
    public async Task<bool> TrySaveAsync(UploadSessionRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (record.Version <= expectedVersion)
            throw new ArgumentException("The version of the record must be higher than the expected version.", nameof(record));

        var stored = await FindAsync(record.Key, cancellationToken).ConfigureAwait(false);
        if ((stored?.Version ?? 0) != expectedVersion)
            return false;

        var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lifetime };
        await _cache.SetAsync(NameOf(record.Key), _seal.Seal(record), options, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _cache.RemoveAsync(NameOf(key), cancellationToken);
    }

    /// <summary>Not supported: a cache cannot list its entries.</summary>
    /// <param name="cancellationToken">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task<IReadOnlyList<UploadSessionRecord>> ListAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            "A distributed cache cannot list its entries, so the pending uploads cannot be listed. Keep the resume keys, and resume or "
            + "cancel each upload by its key. " + Instead);

    /// <summary>Not supported: a cache does not support leases.</summary>
    /// <param name="key">Not used.</param>
    /// <param name="owner">Not used.</param>
    /// <param name="duration">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <exception cref="NotSupportedException">Always thrown; uploads then run without a lease.</exception>
    public Task<bool> TryAcquireAsync(string key, string owner, TimeSpan duration, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            "A distributed cache does not support the lease that keeps two workers from continuing the same upload. Assign each upload to "
            + "one worker at a time. " + Instead);

    private string NameOf(string key) => CacheEntryName.Of(_prefix, "upload", key);
}
