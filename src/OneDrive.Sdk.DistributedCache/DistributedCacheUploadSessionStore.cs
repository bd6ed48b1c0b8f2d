using Microsoft.Extensions.Caching.Distributed;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk;

/// <summary>
/// Keeps uploads resumable in a cache that many machines share, sealed with AES-256-GCM. Best effort by nature: a cache can neither list
/// its entries nor keep two workers from one upload, so give each upload to one worker at a time; what the cache evicts begins anew.
/// </summary>
public sealed class DistributedCacheUploadSessionStore : IUploadSessionStore
{
    private const string Instead = "Use FileUploadSessionStore, or a store of your own over a database, where you need it.";

    /// <summary>Longer than a session of the service lives; so that what was given up does not stay forever.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly IDistributedCache _cache;
    private readonly StoreSeal _seal;
    private readonly string _prefix;

    /// <summary>Uses a cache.</summary>
    /// <param name="cache">The cache; entries are kept in it for 30 days after they were saved.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    /// <param name="prefix">What the names of the entries in the cache begin with.</param>
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
    /// <remarks>The version is compared, but not in one step with saving: of two that save at the same moment the last one wins.</remarks>
    public async Task<bool> TrySaveAsync(UploadSessionRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (record.Version <= expectedVersion)
            throw new ArgumentException("The version of the record must be higher than the expected one.", nameof(record));

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

    /// <summary>A cache cannot list its entries.</summary>
    /// <param name="cancellationToken">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task<IReadOnlyList<UploadSessionRecord>> ListAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            "A distributed cache cannot list the uploads in it. Remember the resume keys, and resume or cancel by key. " + Instead);

    /// <summary>A cache cannot keep others from an upload.</summary>
    /// <param name="key">Not used.</param>
    /// <param name="owner">Not used.</param>
    /// <param name="duration">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <exception cref="NotSupportedException">Always; uploads then go on without that.</exception>
    public Task<bool> TryAcquireAsync(string key, string owner, TimeSpan duration, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            "A distributed cache cannot keep two workers from one upload. Give each upload to one worker at a time. " + Instead);

    private string NameOf(string key) => CacheEntryName.Of(_prefix, "upload", key);
}
