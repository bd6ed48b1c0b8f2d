using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.DistributedCache;

public sealed class DistributedCacheUploadSessionStoreTests
{
    private readonly CacheFixture _cache = new();

    [Fact]
    public async Task FindAsync_OnAnotherMachine_GivesBackEveryPropertyThatWasSaved()
    {
        var saved = Records.Create("key/with: any \0 characters ü");
        Assert.True(await NewStore().TrySaveAsync(saved, 0));

        var found = await NewStore().FindAsync(saved.Key);

        Assert.Empty(Properties.Empty(saved));
        Assert.Equal(Properties.Of(saved), Properties.Of(found));
        _cache.AssertNothingReadable("SECRET", "upload.example", "a.bin", "characters");
    }

    [Fact]
    public async Task TrySaveAsync_ReplacesOnlyTheExpectedVersion()
    {
        var store = NewStore();

        Assert.False(await store.TrySaveAsync(Records.Create("key", 2), 1));
        Assert.True(await store.TrySaveAsync(Records.Create("key", 1), 0));
        Assert.False(await store.TrySaveAsync(Records.Create("key", 1), 0));
        Assert.True(await store.TrySaveAsync(Records.Create("key", 2, "https://upload.example/second"), 1));

        Assert.Equal("https://upload.example/second", (await store.FindAsync("key"))!.UploadUrl.AbsoluteUri);
        await Assert.ThrowsAsync<ArgumentException>(() => store.TrySaveAsync(Records.Create("key", 2), 2));
    }

    [Fact]
    public async Task TrySaveAsync_LetsTheCacheForgetAfter30Days()
    {
        await NewStore().TrySaveAsync(Records.Create("key"), 0);

        Assert.Equal(TimeSpan.FromDays(30), _cache.Written[_cache.OnlyName].Options.AbsoluteExpirationRelativeToNow);
    }

    [Fact]
    public async Task RemoveAsync_ForgetsOne()
    {
        var store = NewStore();
        await store.TrySaveAsync(Records.Create("one"), 0);
        await store.TrySaveAsync(Records.Create("two"), 0);

        await store.RemoveAsync("one");

        Assert.Null(await store.FindAsync("one"));
        Assert.NotNull(await store.FindAsync("two"));
    }

    [Fact]
    public async Task FindAsync_WhenAnyByteWasChanged_CountsTheRecordAsAbsent()
    {
        var store = NewStore();
        await store.TrySaveAsync(Records.Create("key"), 0);
        var content = _cache.Written[_cache.OnlyName].Content;

        for (var i = 0; i < content.Length; i++)
        {
            content[i] ^= 1;
            await _cache.SetAsync(_cache.OnlyName, content, new());
            Assert.Null(await store.FindAsync("key"));
            content[i] ^= 1;
        }

        await _cache.SetAsync(_cache.OnlyName, content, new());
        Assert.NotNull(await store.FindAsync("key"));
    }

    [Fact]
    public async Task FindAsync_WhenTheAddressIsNotSecure_CountsTheRecordAsAbsent()
    {
        await NewStore().TrySaveAsync(Records.Create("key", uploadUrl: "http://upload.example/session"), 0);

        Assert.Null(await NewStore().FindAsync("key"));
    }

    [Fact]
    public async Task ListAsyncAndTryAcquireAsync_SayWhatToDoInstead()
    {
        var list = await Assert.ThrowsAsync<NotSupportedException>(() => NewStore().ListAsync());
        var lease = await Assert.ThrowsAsync<NotSupportedException>(() => NewStore().TryAcquireAsync("key", "me", TimeSpan.FromMinutes(1)));

        Assert.Contains("by its key", list.Message, StringComparison.Ordinal);
        Assert.Contains("one worker at a time", lease.Message, StringComparison.Ordinal);
    }

    private DistributedCacheUploadSessionStore NewStore() => new(_cache, _cache.Keys);
}
