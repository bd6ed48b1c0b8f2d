using System.Diagnostics;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Storage;

/// <summary>Stores are used as ssh uses its folder and its keys: when no other user could write it, or read the key.</summary>
[Trait("Threat", "T21")]
public sealed class FileProtectionTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TokenEncryptionKeys Keys = new("k", [.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    private readonly TemporaryDirectory _directory = new();

    private string Folder => Path.Combine(_directory.Path, "store");

    private string TokenKey => Path.Combine(Folder, "tokens.key");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(UnixFileMode.OtherWrite | UnixFileMode.OtherRead | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite | UnixFileMode.StickyBit)]
    [FieldCase(
        "H14", "H3", Source = "own",
        Report = "The folder of a store is writable by others; its key file belongs to another user, is readable by others, or contains "
            + "zeros.",
        Right = "The store is not used, and the message contains the solution, as with ssh.")]
    public async Task AFolderThatOthersCanWrite_IsRefused(UnixFileMode others)
    {
        Directory.CreateDirectory(Folder);
        SetMode(Folder, Private | others);

        await AssertRefusedAsync("chmod 700");
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [FieldCase("H14", "H3")]
    public async Task AKeyThatOthersCanOpen_IsRefused(UnixFileMode others)
    {
        await new EncryptedFileTokenStore(Folder).TrySaveAsync(Entry(), 0);
        SetMode(TokenKey, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        var failure = await Assert.ThrowsAnyAsync<IOException>(() => new EncryptedFileTokenStore(Folder).FindAsync("key"));

        Assert.Contains("chmod 600", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [FieldCase("H14", "H3")]
    public async Task AKeyOfSomebodyElse_IsRefused()
    {
        await new EncryptedFileTokenStore(Folder).TrySaveAsync(Entry(), 0);
        if (!GiveAway(TokenKey))
        {
            // Only the administrator can give a file away; everybody else at least sees that the file of the administrator is trusted.
            Assert.NotNull(await new EncryptedFileTokenStore(Folder).FindAsync("key"));
            return;
        }

        var failure = await Assert.ThrowsAnyAsync<IOException>(() => new EncryptedFileTokenStore(Folder).FindAsync("key"));

        Assert.Contains("belongs to another user", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [FieldCase("H14", "H3")]
    public async Task AFolderOfSomebodyElse_IsRefused()
    {
        Directory.CreateDirectory(Folder);
        if (GiveAway(Folder))
            await AssertRefusedAsync("belongs to another user");
        else
            Assert.Null(await new EncryptedFileTokenStore(Folder, Keys).FindAsync("key"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [FieldCase("H14", "H3")]
    public async Task AKeyFileOfTheSameByte_IsRefused(byte value)
    {
        byte[] key = [.. Enumerable.Repeat(value, 32)];
        await new EncryptedFileTokenStore(Folder).TrySaveAsync(Entry(), 0);
        await File.WriteAllBytesAsync(TokenKey, key);
        await File.WriteAllBytesAsync(Path.Combine(Folder, "sealing.key"), key);
        SetMode(Path.Combine(Folder, "sealing.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await Assert.ThrowsAnyAsync<IOException>(() => new EncryptedFileTokenStore(Folder).FindAsync("key"));
        await Assert.ThrowsAnyAsync<IOException>(() => new FileUploadSessionStore(Folder).TrySaveAsync(Records.Create("key"), 0));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(200, 2)]
    [FieldCase(
        "H3.weak-keys", "H3", Source = "own",
        Report = "A store gets a key of zeros, of one repeated byte, or of a few alternating bytes.",
        Right = "Every store rejects it: such a key was not generated randomly.")]
    public void AKeyThatIsNotRandom_IsRefusedByEveryStore(byte first, int step)
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(index => (byte)(first + (index % 4 * step)))];

        Assert.Throws<ArgumentException>(() => new FileUploadSessionStore(Folder, key));
        Assert.Throws<ArgumentException>(() => new TokenEncryptionKeys("k", key));
    }

    [Fact]
    public async Task AFolderThatOthersCanOnlyRead_IsUsed()
    {
        Directory.CreateDirectory(Folder);
        SetMode(Folder, Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        Assert.True(await new EncryptedFileTokenStore(Folder).TrySaveAsync(Entry(), 0));
    }

    [Fact]
    [FieldCase(
        "H1.reencrypt", "H1", Source = "own",
        Report = "One entry of a token store cannot be decrypted while all entries are encrypted with a new key.",
        Right = "All others are encrypted before the exception is thrown.")]
    public async Task ReencryptAsync_WithOneUnreadableEntry_DoesTheOthers()
    {
        var store = new EncryptedFileTokenStore(Folder, Keys);
        foreach (var key in (string[])["a", "b", "c", "d"])
            await store.TrySaveAsync(Entry(key), 0);
        var files = Directory.GetFiles(Folder, "*.token").Order(StringComparer.Ordinal).ToList();
        await File.WriteAllBytesAsync(files[1], new byte[10]);
        var before = files.Select(File.ReadAllBytes).ToList();

        await Assert.ThrowsAsync<TokenPersistenceException>(() => store.ReencryptAsync());

        Assert.Equal([false, true, false, false], files.Select((file, index) => File.ReadAllBytes(file).SequenceEqual(before[index])));
    }

    private static TokenStoreEntry Entry(string key = "key") =>
        new() { Key = key, Version = 1, RefreshToken = "r", Saved = DateTimeOffset.UnixEpoch };

    // Windows has no such modes: there the test says that the store works.
    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    private static bool GiveAway(string path)
    {
        if (OperatingSystem.IsWindows() || Environment.UserName != "root")
            return false;

        using var process = Process.Start("chown", ["12345", path]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private async Task AssertRefusedAsync(string remedy)
    {
        var failures = new List<IOException>
        {
            await Assert.ThrowsAnyAsync<IOException>(() => new EncryptedFileTokenStore(Folder, Keys).FindAsync("key")),
            await Assert.ThrowsAnyAsync<IOException>(() => new EncryptedFileTokenStore(Folder).TrySaveAsync(Entry(), 0)),
            await Assert.ThrowsAnyAsync<IOException>(() => new FileUploadSessionStore(Folder).ListAsync()),
            await Assert.ThrowsAnyAsync<IOException>(
                () => new FileUploadSessionStore(Folder).TryAcquireAsync("key", "me", TimeSpan.FromMinutes(1))),
        };
        if (OperatingSystem.IsWindows())
            return;
        Assert.Contains(remedy, failures[0].Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Folder));
    }
}
