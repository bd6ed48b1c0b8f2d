using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.StoreTests.Sqlite;
using OneDrive.Sdk.Tests.Authentication.Stores;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests;

/// <summary>From files to a database.</summary>
public sealed class MovingTests : IDisposable
{
    private readonly SqliteFile _file = new();
    private readonly TemporaryDirectory _directory = new();

    public void Dispose()
    {
        _file.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task CopyToAsync_CopiesWhatTheOtherStoreDoesNotHave()
    {
        var files = new EncryptedFileTokenStore(_directory["tokens"]);
        var database = new EntityFrameworkTokenStore(_file.Open(), OpenStores.Keys);
        await files.TrySaveAsync(TokenEntries.Create("one", 5, "first"), 0);
        await files.TrySaveAsync(TokenEntries.Create("two", 5, "old"), 0);
        await database.TrySaveAsync(TokenEntries.Create("two", 9, "new"), 0);

        Assert.Equal(1, await files.CopyToAsync(database));

        var copied = await database.FindAsync("one");
        Assert.Equal((5, "first", "subject"), (copied!.Version, copied.RefreshToken, copied.Account!.Subject));
        Assert.Equal("new", (await database.FindAsync("two"))!.RefreshToken);
    }

    [Fact]
    public async Task CopyToAsync_WhenAnEntryCannotBeOpened_CopiesTheOthersAndSaysSo()
    {
        var files = new EncryptedFileTokenStore(_directory["tokens"]);
        var database = new EntityFrameworkTokenStore(_file.Open(), OpenStores.Keys);
        await files.TrySaveAsync(TokenEntries.Create("one"), 0);
        await files.TrySaveAsync(TokenEntries.Create("two"), 0);
        var first = Directory.EnumerateFiles(_directory["tokens"], "*.token").Order(StringComparer.Ordinal).First();
        await File.WriteAllBytesAsync(first, new byte[100]);

        await Assert.ThrowsAsync<TokenPersistenceException>(() => files.CopyToAsync(database));

        var found = new[] { await database.FindAsync("one"), await database.FindAsync("two") };
        Assert.Single(found, entry => entry is not null);
    }
}
