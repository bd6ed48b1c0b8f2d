using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.DistributedCache;

/// <summary>A cache that two machines share, and that remembers what was put into it.</summary>
internal sealed class CacheFixture : IDistributedCache
{
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));

    internal ConcurrentDictionary<string, (byte[] Content, DistributedCacheEntryOptions Options)> Written { get; } = new();

    internal TokenEncryptionKeys Keys { get; } = new("first", RandomNumberGenerator.GetBytes(32));

    internal string OnlyName => Assert.Single(Written).Key;

    internal void AssertNothingReadable(params string[] secrets) => Assert.All(Written, entry => Assert.All(secrets, secret =>
    {
        Assert.DoesNotContain(secret, entry.Key, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, Encoding.Latin1.GetString(entry.Value.Content), StringComparison.OrdinalIgnoreCase);
    }));

    public byte[]? Get(string key) => throw new InvalidOperationException("Blocks.");

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => _cache.GetAsync(key, token);

    public void Refresh(string key) => throw new InvalidOperationException("Blocks.");

    public Task RefreshAsync(string key, CancellationToken token = default) => _cache.RefreshAsync(key, token);

    public void Remove(string key) => throw new InvalidOperationException("Blocks.");

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Written.TryRemove(key, out _);
        return _cache.RemoveAsync(key, token);
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new InvalidOperationException("Blocks.");

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Written[key] = (value, options);
        return _cache.SetAsync(key, value, options, token);
    }
}
