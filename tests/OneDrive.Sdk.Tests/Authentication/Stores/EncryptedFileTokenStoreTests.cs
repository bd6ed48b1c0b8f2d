using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Authentication.Stores;

public sealed class EncryptedFileTokenStoreTests : TokenStoreTests, IDisposable
{
    private static readonly byte[] OneKey = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];
    private static readonly byte[] OtherKey = [.. Enumerable.Range(101, 32).Select(number => (byte)number)];

    private readonly TemporaryDirectory _directory = new();
    private EncryptedFileTokenStore? _store;

    private string StorePath => _directory["store"];

    private protected override ITokenStore Store => _store ??= Open();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task FindAsync_InAnotherProcess_FindsWhatWasSaved()
    {
        await Store.TrySaveAsync(TokenEntries.Create("key"), 0);

        Assert.Equal(TokenEntries.RefreshToken, (await Open().FindAsync("key"))!.RefreshToken);
    }

    [Fact]
    public async Task TrySaveAsync_WritesNothingReadable()
    {
        await Store.TrySaveAsync(TokenEntries.Create("the-key-of-adele"), 0);

        foreach (var file in Directory.GetFiles(StorePath))
        {
            var text = file + Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain("CANARY", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("adele", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("refresh", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    [Trait("Threat", "T21")]
    public async Task TrySaveAsync_MakesFilesForTheUserOnly()
    {
        if (OperatingSystem.IsWindows())
            return;

        await Store.TrySaveAsync(TokenEntries.Create("key"), 0);
        await using (await ((EncryptedFileTokenStore)Store).LockAsync("key"))
        {
        }

        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(ownerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(StorePath));
        Assert.Equal(4, Directory.GetFiles(StorePath).Length);
        foreach (var file in Directory.GetFiles(StorePath))
            Assert.Equal(ownerOnly, File.GetUnixFileMode(file));
    }

    [Fact]
    [Trait("Threat", "T18")]
    public async Task FindAsync_WhenAnyByteWasChanged_Throws()
    {
        await Store.TrySaveAsync(TokenEntries.Create("key"), 0);
        var file = TokenFile();
        var content = await File.ReadAllBytesAsync(file);

        for (var index = 0; index < content.Length; index++)
        {
            var changed = (byte[])content.Clone();
            changed[index] ^= 1;
            await File.WriteAllBytesAsync(file, changed);
            await Assert.ThrowsAsync<TokenPersistenceException>(() => Store.FindAsync("key"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task FindAsync_WhenTheFileWasCutShort_Throws(int length)
    {
        await Store.TrySaveAsync(TokenEntries.Create("key"), 0);
        await File.WriteAllBytesAsync(TokenFile(), (await File.ReadAllBytesAsync(TokenFile()))[..length]);

        var failure = await Assert.ThrowsAsync<TokenPersistenceException>(() => Store.FindAsync("key"));
        Assert.Contains("sign out", failure.Hint, StringComparison.Ordinal);
        await Store.RemoveAsync("key");
        Assert.True(await Store.TrySaveAsync(TokenEntries.Create("key"), 0));
    }

    [Fact]
    [Trait("Threat", "T18")]
    public async Task FindAsync_WhenAnEntryWasPutInThePlaceOfAnother_Throws()
    {
        await Store.TrySaveAsync(TokenEntries.Create("one"), 0);
        var one = TokenFile();
        await Store.TrySaveAsync(TokenEntries.Create("two"), 0);
        var two = Assert.Single(Directory.GetFiles(StorePath, "*.token"), file => file != one);
        File.Copy(one, two, overwrite: true);

        await Assert.ThrowsAsync<TokenPersistenceException>(() => Store.FindAsync("two"));
        Assert.NotNull(await Store.FindAsync("one"));
    }

    [Fact]
    [Trait("Threat", "T21")]
    public async Task FindAsync_WhenTheFileIsALink_DoesNotFollowIt()
    {
        if (OperatingSystem.IsWindows())
            return;

        await Store.TrySaveAsync(TokenEntries.Create("key"), 0);
        var file = TokenFile();
        File.Move(file, _directory["elsewhere"]);
        File.CreateSymbolicLink(file, _directory["elsewhere"]);

        await Assert.ThrowsAsync<IOException>(() => Store.FindAsync("key"));
    }

    [Fact]
    [Trait("Threat", "T20")]
    public async Task ReencryptAsync_MovesEveryEntryToTheActiveKey()
    {
        var before = Open(new TokenEncryptionKeys("2025", OneKey));
        await before.TrySaveAsync(TokenEntries.Create("one"), 0);
        await before.TrySaveAsync(TokenEntries.Create("two"), 0);
        var during = Open(new TokenEncryptionKeys("2026", OtherKey).WithFormerKey("2025", OneKey));
        Assert.NotNull(await during.FindAsync("one"));

        Assert.Equal(2, await during.ReencryptAsync());

        var after = Open(new TokenEncryptionKeys("2026", OtherKey));
        Assert.NotNull(await after.FindAsync("one"));
        Assert.NotNull(await after.FindAsync("two"));
        await Assert.ThrowsAsync<TokenPersistenceException>(() => before.FindAsync("one"));
    }

    [Fact]
    [Trait("Threat", "T20")]
    public async Task FindAsync_WithoutTheKeyThatSealed_NamesItAndLeavesTheFileAlone()
    {
        await Open(new TokenEncryptionKeys("2025", OneKey)).TrySaveAsync(TokenEntries.Create("key"), 0);
        var content = await File.ReadAllBytesAsync(TokenFile());
        var other = Open(new TokenEncryptionKeys("2026", OtherKey));

        var failure = await Assert.ThrowsAsync<TokenPersistenceException>(() => other.FindAsync("key"));
        await Assert.ThrowsAsync<TokenPersistenceException>(() => other.TrySaveAsync(TokenEntries.Create("key"), 0));

        Assert.Contains("'2025'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(TokenFile()));
        await Assert.ThrowsAsync<TokenPersistenceException>(() => Open(new TokenEncryptionKeys("2025", OtherKey)).FindAsync("key"));
    }

    [Fact]
    public async Task FindAsync_WhenTheKeyFileIsDamaged_ThrowsAndKeepsIt()
    {
        await Store.TrySaveAsync(TokenEntries.Create("key"), 0);
        var keyFile = System.IO.Path.Combine(StorePath, "tokens.key");
        await File.WriteAllTextAsync(keyFile, "short");

        await Assert.ThrowsAsync<TokenPersistenceException>(() => Open().FindAsync("key"));

        Assert.Equal("short", await File.ReadAllTextAsync(keyFile));
    }

    [Fact]
    [Trait("Threat", "T19")]
    public async Task FindAsync_WhenAnOldFileWasPutBack_IsNoticedByTheGuard()
    {
        var store = Open(guard: new MemoryRollbackGuard());
        await store.TrySaveAsync(TokenEntries.Create("key"), 0);
        var old = await File.ReadAllBytesAsync(TokenFile());
        await store.TrySaveAsync(TokenEntries.Create("key", 2), 1);
        Assert.Equal(2, (await store.FindAsync("key"))!.Version);

        await File.WriteAllBytesAsync(TokenFile(), old);

        await Assert.ThrowsAsync<TokenStoreRollbackException>(() => store.FindAsync("key"));
        await Assert.ThrowsAsync<TokenStoreRollbackException>(() => store.TrySaveAsync(TokenEntries.Create("key", 3), 1));
    }

    [Fact]
    [Trait("Threat", "T19")]
    public async Task FindAsync_WhenARemovedFileWasPutBack_IsNoticedByTheGuard()
    {
        var store = Open(guard: new MemoryRollbackGuard());
        await store.TrySaveAsync(TokenEntries.Create("key"), 0);
        var file = TokenFile();
        var old = await File.ReadAllBytesAsync(file);
        await store.RemoveAsync("key");

        await File.WriteAllBytesAsync(file, old);

        await Assert.ThrowsAsync<TokenStoreRollbackException>(() => store.FindAsync("key"));
        await store.RemoveAsync("key");
        Assert.True(await store.TrySaveAsync(TokenEntries.Create("key"), 0));
        Assert.NotNull(await store.FindAsync("key"));
    }

    [Fact]
    [Trait("Threat", "T22")]
    public async Task TrySaveAsync_RemovesWhatACrashLeftBehind()
    {
        await Store.TrySaveAsync(TokenEntries.Create("key"), 0);
        await File.WriteAllTextAsync(TokenFile() + ".0123.tmp", "half");

        await Store.TrySaveAsync(TokenEntries.Create("key", 2), 1);

        Assert.Empty(Directory.GetFiles(StorePath, "*.tmp"));
    }

    [Fact]
    public async Task LockAsync_KeepsOthersOutOfTheSameSignInOnly()
    {
        var clock = new ManualTimeProvider();
        var one = Open();
        var other = new EncryptedFileTokenStore(StorePath, timeProvider: clock);
        var held = await one.LockAsync("key");
        await using (await other.LockAsync("another key"))
        {
        }

        var waiting = other.LockAsync("key");
        Assert.False(waiting.IsCompleted);
        await held.DisposeAsync();
        clock.Advance(TimeSpan.FromSeconds(1));

        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task LockAsync_WhenItIsHeldForTooLong_SaysSo()
    {
        var clock = new ManualTimeProvider();
        var other = new EncryptedFileTokenStore(StorePath, timeProvider: clock);
        await using var held = await Open().LockAsync("key");

        var waiting = other.LockAsync("key");
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(waiting.IsCompleted);
        await clock.WaitForTimerAsync(_ => true);
        clock.Advance(TimeSpan.FromSeconds(1));

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => waiting);

        Assert.True(failure.IsTransient);
    }

    private string TokenFile() => Assert.Single(Directory.GetFiles(StorePath, "*.token"));

    private EncryptedFileTokenStore Open(TokenEncryptionKeys? keys = null, ITokenRollbackGuard? guard = null) =>
        new(StorePath, keys, guard);
}
