using System.Security.Cryptography;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Authentication.Stores;

namespace OneDrive.Sdk.ScenarioTests.DistributedCache;

public sealed class DistributedCacheTokenStoreTests
{
    private readonly CacheFixture _cache = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public async Task FindAsync_OnAnotherMachine_GivesBackEverythingThatWasSaved()
    {
        var saved = TokenEntries.Create("key/with: any \0 characters ü");
        Assert.True(await NewStore().TrySaveAsync(saved, 0));

        var found = await NewStore().FindAsync(saved.Key);

        Assert.Equal(Properties.Of(saved), Properties.Of(found));
        _cache.AssertNothingReadable(TokenEntries.RefreshToken, "CANARY", "characters", "contoso");
    }

    [Fact]
    public async Task TrySaveAsync_ReplacesOnlyTheExpectedVersion()
    {
        var store = NewStore();

        Assert.False(await store.TrySaveAsync(TokenEntries.Create("key", 2), 1));
        Assert.True(await store.TrySaveAsync(TokenEntries.Create("key", 2, "second"), 0));
        Assert.False(await store.TrySaveAsync(TokenEntries.Create("key", 3, "lost"), 0));

        Assert.Equal("second", (await store.FindAsync("key"))!.RefreshToken);
        await Assert.ThrowsAsync<ArgumentException>(() => store.TrySaveAsync(TokenEntries.Create("key", 2), 2));
        await Assert.ThrowsAsync<ArgumentException>(() => store.TrySaveAsync(TokenEntries.Create("key", 3, token: ""), 2));
    }

    [Fact]
    public async Task RemoveAsync_ForgetsOne()
    {
        var store = NewStore();
        await store.TrySaveAsync(TokenEntries.Create("one"), 0);
        await store.TrySaveAsync(TokenEntries.Create("two"), 0);

        await store.RemoveAsync("one");

        Assert.Null(await store.FindAsync("one"));
        Assert.NotNull(await store.FindAsync("two"));
    }

    [Fact]
    [Trait("Threat", "T18")]
    public async Task FindAsync_WhenAnyByteWasChanged_RefusesTheEntry()
    {
        var store = NewStore();
        await store.TrySaveAsync(TokenEntries.Create("key"), 0);
        var content = _cache.Written[_cache.OnlyName].Content;

        for (var i = 0; i < content.Length; i++)
        {
            content[i] ^= 1;
            await _cache.SetAsync(_cache.OnlyName, content, new());
            await Assert.ThrowsAsync<TokenPersistenceException>(() => store.FindAsync("key"));
            content[i] ^= 1;
        }

        await _cache.SetAsync(_cache.OnlyName, content, new());
        Assert.NotNull(await store.FindAsync("key"));
    }

    [Fact]
    [Trait("Threat", "T18")]
    public async Task FindAsync_WhenEntriesWereSwapped_RefusesThem()
    {
        var store = NewStore();
        await store.TrySaveAsync(TokenEntries.Create("victim"), 0);
        var (victim, content) = (_cache.OnlyName, _cache.Written[_cache.OnlyName].Content);
        await store.RemoveAsync("victim");
        await store.TrySaveAsync(TokenEntries.Create("attacker"), 0);

        await _cache.SetAsync(_cache.OnlyName, content, new());

        Assert.NotEqual(victim, _cache.OnlyName);
        await Assert.ThrowsAsync<TokenPersistenceException>(() => store.FindAsync("attacker"));
    }

    [Fact]
    public async Task FindAsync_AfterTheKeysChanged_OpensWhatTheFormerKeySealed()
    {
        await NewStore().TrySaveAsync(TokenEntries.Create("key"), 0);
        var next = RandomNumberGenerator.GetBytes(32);
        var without = new DistributedCacheTokenStore(_cache, new TokenEncryptionKeys("second", next));
        var with = new DistributedCacheTokenStore(_cache, new TokenEncryptionKeys("second", next).WithFormerKey("first", _key));

        var failure = await Assert.ThrowsAsync<TokenPersistenceException>(() => without.FindAsync("key"));
        Assert.Contains("'first'", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(await with.FindAsync("key"));
    }

    private DistributedCacheTokenStore NewStore() => new(_cache, new TokenEncryptionKeys("first", _key));
}
