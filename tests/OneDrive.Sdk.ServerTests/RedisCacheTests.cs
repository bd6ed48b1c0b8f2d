using OneDrive.Sdk.Tests.Authentication.Stores;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests;

/// <summary>What an IDistributedCache keeps of the promises, on a real Redis; the others are named in docs/many-machines.md.</summary>
public sealed class RedisCacheTests
{
    private readonly OpenStores _stores = StorePlace.Open($"redis:{Servers.Redis}");
    private readonly string _key = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task TrySaveAsync_ReplacesOnlyTheExpectedVersion()
    {
        Assert.True(await _stores.Tokens.TrySaveAsync(TokenEntries.Create(_key, 2, "second"), 0));
        Assert.False(await _stores.Tokens.TrySaveAsync(TokenEntries.Create(_key, 3, "lost"), 1));
        Assert.True(await _stores.Tokens.TrySaveAsync(TokenEntries.Create(_key, 7, "seventh"), 2));

        Assert.Equal("seventh", (await _stores.Tokens.FindAsync(_key))!.RefreshToken);
        await _stores.Tokens.RemoveAsync(_key);
        Assert.Null(await _stores.Tokens.FindAsync(_key));
    }

    [Fact]
    public async Task FindAsync_GivesBackTheUploadThatWasSaved()
    {
        Assert.True(await _stores.Uploads.TrySaveAsync(Records.Create(_key), 0));

        Assert.Equal(new Uri(Records.SecretUrl), (await _stores.Uploads.FindAsync(_key))!.UploadUrl);
    }

    [Fact]
    public async Task ListAsyncAndTryAcquireAsync_SayThatACacheCannot()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => _stores.Uploads.ListAsync());
        await Assert.ThrowsAsync<NotSupportedException>(() => _stores.Uploads.TryAcquireAsync(_key, "owner", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task TrySaveAsync_WhenTheProcessIsKilled_LosesNothingThatWasAcknowledged()
    {
        await _stores.Tokens.RemoveAsync(WorkerProgram.Key);

        await KilledWriters.RunAsync($"redis:{Servers.Redis}", kills: 5);
    }
}
