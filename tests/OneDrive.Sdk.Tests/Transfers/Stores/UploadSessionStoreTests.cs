using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers.Stores;

/// <summary>What every store promises.</summary>
public abstract class UploadSessionStoreTests
{
    private protected ManualTimeProvider Clock { get; } = new();

    /// <summary>A time for which the store keeps a lease without prolonging it.</summary>
    private protected virtual TimeSpan LeaseTime => TimeSpan.FromMinutes(1);

    private protected abstract IUploadSessionStore Store { get; }

    [Fact]
    public async Task FindAsync_GivesBackEverythingThatWasSaved()
    {
        var saved = Records.Create("key/with: any \0 characters ü");
        Assert.True(await Store.TrySaveAsync(saved, 0));

        var found = await Store.FindAsync(saved.Key);

        Assert.NotNull(found);
        Assert.Equal(
            (
                saved.Key,
                saved.Version,
                saved.Destination,
                saved.ItemName,
                saved.Conflict,
                saved.Length,
                saved.SourceFingerprint,
                saved.UploadUrl,
                saved.Created,
                saved.Expires),
            (
                found.Key,
                found.Version,
                found.Destination,
                found.ItemName,
                found.Conflict,
                found.Length,
                found.SourceFingerprint,
                found.UploadUrl,
                found.Created,
                found.Expires));
        Assert.Equal(
            (saved.DeferCommit, saved.ContentHash, saved.IfMatch, saved.IfNoneMatch, saved.Description),
            (found.DeferCommit, found.ContentHash, found.IfMatch, found.IfNoneMatch, found.Description));
        Assert.Equal(
            (saved.Times!.Created, saved.Times.LastModified, saved.Times.LastAccessed),
            (found.Times!.Created, found.Times.LastModified, found.Times.LastAccessed));
        Assert.Equal(
            (saved.ExistedBefore, saved.ContentTagBefore, saved.TimesBefore!.LastModified),
            (found.ExistedBefore, found.ContentTagBefore, found.TimesBefore!.LastModified));
        Assert.Equal(
            (saved.AcknowledgedLength, saved.AcknowledgedHash, saved.SentLength, saved.SentHash),
            (found.AcknowledgedLength, found.AcknowledgedHash, found.SentLength, found.SentHash));
    }

    [Fact]
    public async Task FindAsync_WhenThereIsNone_GivesNull()
    {
        await Store.TrySaveAsync(Records.Create("one"), 0);

        Assert.Null(await Store.FindAsync("two"));
    }

    [Fact]
    public async Task TrySaveAsync_ReplacesOnlyTheExpectedVersion()
    {
        Assert.False(await Store.TrySaveAsync(Records.Create("key", 2), 1));
        Assert.True(await Store.TrySaveAsync(Records.Create("key", 1), 0));
        Assert.False(await Store.TrySaveAsync(Records.Create("key", 1), 0));
        Assert.True(await Store.TrySaveAsync(Records.Create("key", 2, "https://upload.example/second"), 1));

        Assert.Equal("https://upload.example/second", (await Store.FindAsync("key"))!.UploadUrl.AbsoluteUri);
    }

    [Fact]
    public async Task TrySaveAsync_WhenManySaveAtOnce_LetsOneWin()
    {
        var store = Store;
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.TrySaveAsync(Records.Create("key"), 0))));

        Assert.Single(results, saved => saved);
    }

    [Fact]
    public async Task TrySaveAsync_WhenTheVersionDoesNotGrow_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TrySaveAsync(Records.Create("key", 3), 3));

    [Fact]
    public async Task RemoveAsync_RemovesOneAndMayBeRepeated()
    {
        await Store.TrySaveAsync(Records.Create("one"), 0);
        await Store.TrySaveAsync(Records.Create("two"), 0);

        await Store.RemoveAsync("one");
        await Store.RemoveAsync("one");

        Assert.Equal(["two"], (await Store.ListAsync()).Select(record => record.Key));
    }

    [Fact]
    public async Task TryAcquireAsync_GivesTheRightToOneOwnerUntilItsTimeIsOver()
    {
        Assert.True(await Store.TryAcquireAsync("key", "first", LeaseTime));
        Assert.False(await Store.TryAcquireAsync("key", "second", LeaseTime));
        Assert.True(await Store.TryAcquireAsync("other key", "second", LeaseTime));

        Clock.Advance(LeaseTime - TimeSpan.FromSeconds(1));
        Assert.True(await Store.TryAcquireAsync("key", "first", LeaseTime));
        Clock.Advance(LeaseTime - TimeSpan.FromSeconds(1));
        Assert.False(await Store.TryAcquireAsync("key", "second", LeaseTime));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await Store.TryAcquireAsync("key", "second", LeaseTime));
        Assert.False(await Store.TryAcquireAsync("key", "first", LeaseTime));
    }

    [Fact]
    public async Task TryAcquireAsync_ForNoTime_GivesTheRightBack()
    {
        Assert.True(await Store.TryAcquireAsync("key", "first", LeaseTime));
        Assert.False(await Store.TryAcquireAsync("key", "second", TimeSpan.Zero));
        Assert.True(await Store.TryAcquireAsync("key", "first", TimeSpan.Zero));
        Assert.True(await Store.TryAcquireAsync("key", "second", LeaseTime));
    }
}
