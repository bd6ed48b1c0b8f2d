using System.Text;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers.Stores;

public sealed class FileUploadSessionStoreTests : UploadSessionStoreTests, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private IUploadSessionStore? _store;

    private string StorePath => _directory["store"];

    private protected override IUploadSessionStore Store => _store ??= Open();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task FindAsync_InAnotherProcess_FindsWhatWasSaved()
    {
        await Store.TrySaveAsync(Records.Create("key"), 0);

        Assert.Equal(Records.SecretUrl, (await Open().FindAsync("key"))!.UploadUrl.OriginalString);
    }

    [Fact]
    public async Task TrySaveAsync_WritesNoPartOfTheAddressInClear()
    {
        await Store.TrySaveAsync(Records.Create("key"), 0);
        await Store.TryAcquireAsync("key", "owner", TimeSpan.FromMinutes(1));

        foreach (var file in Directory.GetFiles(StorePath))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain("SECRET", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("upload.example", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("https://"))[..8], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TrySaveAsync_MakesFilesForTheUserOnly()
    {
        if (OperatingSystem.IsWindows())
            return;

        await Store.TrySaveAsync(Records.Create("key"), 0);
        await Store.TryAcquireAsync("key", "owner", TimeSpan.FromMinutes(1));

        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(ownerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(StorePath));
        foreach (var file in Directory.GetFiles(StorePath))
            Assert.Equal(ownerOnly, File.GetUnixFileMode(file));
        Assert.Equal(4, Directory.GetFiles(StorePath).Length);
    }

    [Fact]
    public async Task FindAsync_WhenAnyByteWasChanged_TreatsTheRecordAsAbsent()
    {
        await Store.TrySaveAsync(Records.Create("key"), 0);
        var file = Assert.Single(Directory.GetFiles(StorePath, "*.upload"));
        var content = await File.ReadAllBytesAsync(file);
        Assert.NotNull(await Store.FindAsync("key"));

        for (var index = 0; index < content.Length; index++)
        {
            var changed = (byte[])content.Clone();
            changed[index] ^= 1;
            if (changed[index] is (byte)' ' or (byte)'\n' || content[index] is (byte)' ' or (byte)'\n')
                continue;
            await File.WriteAllBytesAsync(file, changed);
            Assert.Null(await Store.FindAsync("key"));
        }
    }

    [Fact]
    public async Task FindAsync_WhenARecordWasPutInThePlaceOfAnother_TreatsItAsAbsent()
    {
        await Store.TrySaveAsync(Records.Create("one"), 0);
        var one = Assert.Single(Directory.GetFiles(StorePath, "*.upload"));
        await Store.TrySaveAsync(Records.Create("two"), 0);
        var two = Assert.Single(Directory.GetFiles(StorePath, "*.upload"), file => file != one);
        File.Copy(one, two, overwrite: true);

        Assert.Null(await Store.FindAsync("two"));
        Assert.Equal(["one"], (await Store.ListAsync()).Select(record => record.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("[1,2")]
    [InlineData("{\"format\":2}")]
    public async Task TrySaveAsync_WhenTheFileIsForeign_ReplacesIt(string content)
    {
        await Store.TrySaveAsync(Records.Create("key"), 0);
        await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(StorePath, "*.upload")), content);

        Assert.Empty(await Store.ListAsync());
        Assert.True(await Store.TrySaveAsync(Records.Create("key"), 0));
        Assert.NotNull(await Store.FindAsync("key"));
    }

    [Fact]
    public async Task FindAsync_UnderAnotherKey_TreatsTheRecordAsAbsent()
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
        byte[] otherKey = [.. Enumerable.Range(7, 32).Select(number => (byte)number)];
        await Open(key).TrySaveAsync(Records.Create("key"), 0);

        Assert.NotNull(await Open(key).FindAsync("key"));
        Assert.Null(await Open(otherKey).FindAsync("key"));
        Assert.Empty(Directory.GetFiles(StorePath, "sealing.key"));
    }

    [Fact]
    public async Task TrySaveAsync_WhenTheKeyFileIsBroken_MakesANewOne()
    {
        await Store.TrySaveAsync(Records.Create("key"), 0);
        await File.WriteAllTextAsync(System.IO.Path.Combine(StorePath, "sealing.key"), "short");

        Assert.Null(await Store.FindAsync("key"));
        Assert.True(await Store.TrySaveAsync(Records.Create("key"), 0));
        Assert.NotNull(await Open().FindAsync("key"));
    }

    [Fact]
    public async Task TryAcquireAsync_WhenTheOwnersProcessIsGone_PassesTheRightOn()
    {
        await Store.TryAcquireAsync("key", "killed", TimeSpan.FromHours(1));
        var file = Assert.Single(Directory.GetFiles(StorePath, "*.lease"));
        var lease = await File.ReadAllTextAsync(file);
        var alive = $"\"processId\":{Environment.ProcessId}";
        Assert.Contains(alive, lease, StringComparison.Ordinal);

        Assert.False(await Open().TryAcquireAsync("key", "next", TimeSpan.FromHours(1)));
        await File.WriteAllTextAsync(file, lease.Replace(alive, $"\"processId\":{int.MaxValue}", StringComparison.Ordinal));
        Assert.True(await Open().TryAcquireAsync("key", "next", TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task TryAcquireAsync_WhenTheNumberOfTheOwnersProcessIsUsedAgain_PassesTheRightOn()
    {
        await Store.TryAcquireAsync("key", "killed", TimeSpan.FromHours(1));
        var file = Assert.Single(Directory.GetFiles(StorePath, "*.lease"));
        var lease = await File.ReadAllTextAsync(file);
        var start = lease.IndexOf("\"processStarted\":\"2", StringComparison.Ordinal) + "\"processStarted\":\"".Length;
        await File.WriteAllTextAsync(file, lease.Remove(start, 4).Insert(start, "2001"));

        Assert.True(await Open().TryAcquireAsync("key", "next", TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task TryAcquireAsync_WhenTwoStoresShareTheDirectory_GivesTheRightToOne()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => Task.Run(
            () => new FileUploadSessionStore(StorePath).TryAcquireAsync("key", $"owner {index}", TimeSpan.FromMinutes(1)))));

        Assert.Single(results, taken => taken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Constructor_WhenTheKeyHasAnotherLength_Throws(int length) =>
        Assert.Throws<ArgumentException>(() => new FileUploadSessionStore(StorePath, new byte[length]));

    [Fact]
    public async Task FindAsync_WhenNothingWasSaved_LeavesNothingOnTheDisk()
    {
        Assert.Null(await Store.FindAsync("key"));
        Assert.Empty(await Store.ListAsync());

        Assert.False(Directory.Exists(StorePath));
    }

    private FileUploadSessionStore Open(byte[]? key = null) => new(StorePath, key, Clock);
}
