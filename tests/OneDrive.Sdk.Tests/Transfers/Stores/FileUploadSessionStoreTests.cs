using System.Text;
using OneDrive.Sdk.FieldTests;
using OneDrive.Sdk.Storage;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

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

        foreach (var file in Directory.GetFiles(StorePath).Where(file => !file.EndsWith(".held", StringComparison.Ordinal)))
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
        Assert.Equal(5, Directory.GetFiles(StorePath).Length);
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

            // The last character before the padding of base64 has bits that stand for nothing.
            if (index + 1 < content.Length && content[index + 1] is (byte)'=')
                continue;
            await File.WriteAllBytesAsync(file, changed);
            Assert.True(await Store.FindAsync("key") is null, $"byte {index}");
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
    public async Task TryAcquireAsync_WhenTheOwnersProcessIsGone_PassesTheRightOnAndLeavesNoLitter()
    {
        await Store.TryAcquireAsync("key", "killed", TimeSpan.FromHours(1));
        Assert.False(await Open().TryAcquireAsync("key", "next", TimeSpan.FromHours(1)));
        FreeAllLocks();

        var next = Open();
        Assert.True(await next.TryAcquireAsync("key", "next", TimeSpan.FromHours(1)));
        Assert.True(await next.TryAcquireAsync("key", "next", TimeSpan.Zero));

        Assert.Empty(Directory.GetFiles(StorePath, "*.lease").Concat(Directory.GetFiles(StorePath, "*.held")));
    }

    [Fact]
    public async Task TryAcquireAsync_RemovesWhatKilledProcessesLeftForOtherUploads()
    {
        await Store.TryAcquireAsync("never asked for again", "killed", TimeSpan.FromHours(1));
        FreeAllLocks();
        await File.WriteAllTextAsync(System.IO.Path.Combine(StorePath, "HALF.upload.0123.tmp"), "half");

        var next = Open();
        await next.TryAcquireAsync("key", "next", TimeSpan.FromHours(1));
        await next.TryAcquireAsync("key", "next", TimeSpan.Zero);

        Assert.Equal(["lock"], Directory.GetFiles(StorePath).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    [FieldCase("H7", "H3", Source = "own",
        Report = "The owner of an upload runs in another process namespace (a container) with the same host name, on a shared folder.",
        Right = "The owner keeps a file locked, which every process detects; its upload is not taken over. .ci/run tests it with two "
            + "namespaces.")]
    public async Task TryAcquireAsync_WhenTheOwnerLivesInAnotherNamespace_LeavesItTheRight()
    {
        // A store of its own is to this one what a process of another namespace is: it shares nothing but the folder.
        var container = Open();
        Assert.True(await container.TryAcquireAsync("key", "host/1/a", TimeSpan.FromHours(1)));

        Assert.False(await Store.TryAcquireAsync("key", "host/1/b", TimeSpan.FromHours(1)));
        Assert.True(await container.TryAcquireAsync("key", "host/1/a", TimeSpan.Zero));
        Assert.True(await Store.TryAcquireAsync("key", "host/1/b", TimeSpan.FromHours(1)));
    }

    [Fact]
    [FieldCase("H3.locks-do-not-work", "H3", Source = "own",
        Report = "The folder is on a file system that cannot lock files.",
        Right = "A free lock is not evidence there: the lease of a running owner expires only by time.")]
    public async Task TryAcquireAsync_WhereFilesCannotBeLocked_GoesByTheTime()
    {
        var directory = new PrivateDirectory(StorePath, Clock);
        FileStream Unlocked(string name) => new(System.IO.Path.Combine(StorePath, name), new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
        });
        await Store.TrySaveAsync(Records.Create("makes the folder"), 0);
        Assert.True(await new UploadLeases(directory, Clock, Unlocked).TryAcquireAsync("A", "first", TimeSpan.FromMinutes(1), default));
        var other = new UploadLeases(directory, Clock, Unlocked);

        Assert.False(await other.TryAcquireAsync("A", "second", TimeSpan.FromMinutes(1), default));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await other.TryAcquireAsync("A", "second", TimeSpan.FromMinutes(1), default));
    }

    [Fact]
    public async Task TryAcquireAsync_WhenTheRightWasWrittenByTheFirstVersion_HonoursItsTime()
    {
        await Store.TrySaveAsync(Records.Create("key"), 0);
        var name = System.IO.Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(StorePath, "*.upload")));
        await File.WriteAllTextAsync(System.IO.Path.Combine(StorePath, name + ".lease"), $$"""
            {"owner":"h/1/x","expires":"{{Clock.GetUtcNow().AddMinutes(10):O}}","machine":"h","processId":1,
            "processStarted":"2026-01-01T00:00:00+00:00"}
            """);

        Assert.False(await Store.TryAcquireAsync("key", "next", TimeSpan.FromMinutes(1)));
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await Store.TryAcquireAsync("key", "next", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task TryAcquireAsync_WhenTwoStoresShareTheDirectory_GivesTheRightToOne()
    {
        var stores = Enumerable.Range(0, 6).Select(_ => new FileUploadSessionStore(StorePath)).ToList();

        var results = await Task.WhenAll(stores.Select((store, index) => Task.Run(
            () => store.TryAcquireAsync("key", $"owner {index}", TimeSpan.FromMinutes(1)))));

        Assert.Single(results, taken => taken);

        // A store that nothing refers to is gone as its process would be, and so are its rights.
        GC.KeepAlive(stores);
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

    /// <summary>Does what the system does when the process ends: nothing is locked any more.</summary>
    private void FreeAllLocks()
    {
        foreach (var file in Directory.GetFiles(StorePath, "*.held"))
        {
            File.Delete(file);
            File.WriteAllText(file, "");
        }
    }

    private FileUploadSessionStore Open(byte[]? key = null) => new(StorePath, key, Clock);
}
