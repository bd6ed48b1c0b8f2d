using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.Stores;

/// <summary>What every token store promises.</summary>
public abstract class TokenStoreTests
{
    private protected abstract ITokenStore Store { get; }

    [Fact]
    public async Task FindAsync_GivesBackEverythingThatWasSaved()
    {
        var saved = TokenEntries.Create("key/with: any \0 characters ü");
        Assert.True(await Store.TrySaveAsync(saved, 0));

        var found = await Store.FindAsync(saved.Key);

        Assert.NotNull(found);
        Assert.Equal(
            (saved.Key, saved.Version, saved.RefreshToken, saved.Saved), (found.Key, found.Version, found.RefreshToken, found.Saved));
        Assert.Equal(saved.Scopes, found.Scopes);
        Assert.Equal(
            ("object.tenant", "CANARY@contoso.example", "Adele", "subject"),
            (found.Account!.Id, found.Account.UserName, found.Account.DisplayName, found.Account.Subject));
    }

    [Fact]
    public async Task FindAsync_WhenThereIsNone_GivesNull()
    {
        await Store.TrySaveAsync(TokenEntries.Create("one"), 0);

        Assert.Null(await Store.FindAsync("two"));
    }

    [Fact]
    public async Task TrySaveAsync_ReplacesOnlyTheExpectedVersion()
    {
        Assert.False(await Store.TrySaveAsync(TokenEntries.Create("key", 2), 1));
        Assert.True(await Store.TrySaveAsync(TokenEntries.Create("key", 2, "second"), 0));
        Assert.False(await Store.TrySaveAsync(TokenEntries.Create("key", 3, "lost"), 0));
        Assert.False(await Store.TrySaveAsync(TokenEntries.Create("key", 3, "lost"), 1));

        Assert.Equal("second", (await Store.FindAsync("key"))!.RefreshToken);
        Assert.True(await Store.TrySaveAsync(TokenEntries.Create("key", 7, "seventh"), 2));
        Assert.Equal("seventh", (await Store.FindAsync("key"))!.RefreshToken);
    }

    [Fact]
    public async Task TrySaveAsync_FromManyAtOnce_LetsOneWin()
    {
        await Store.TrySaveAsync(TokenEntries.Create("key"), 0);

        var wins = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            number => Task.Run(() => Store.TrySaveAsync(TokenEntries.Create("key", 2, $"token-{number}"), 1))));

        var winner = Assert.Single(Enumerable.Range(0, 16), number => wins[number]);
        Assert.Equal($"token-{winner}", (await Store.FindAsync("key"))!.RefreshToken);
    }

    [Fact]
    public async Task RemoveAsync_RemovesOneAndLeavesOthers()
    {
        await Store.TrySaveAsync(TokenEntries.Create("one"), 0);
        await Store.TrySaveAsync(TokenEntries.Create("two"), 0);

        await Store.RemoveAsync("one");
        await Store.RemoveAsync("three");

        Assert.Null(await Store.FindAsync("one"));
        Assert.NotNull(await Store.FindAsync("two"));
        Assert.True(await Store.TrySaveAsync(TokenEntries.Create("one"), 0));
    }

    [Fact]
    public async Task TrySaveAsync_RefusesWhatIsNoNewState()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TrySaveAsync(TokenEntries.Create("key"), 1));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TrySaveAsync(TokenEntries.Create("key", token: ""), 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.TrySaveAsync(TokenEntries.Create("key"), -1));
    }
}
