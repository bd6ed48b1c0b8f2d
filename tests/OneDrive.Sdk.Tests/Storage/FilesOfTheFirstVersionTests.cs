using System.Text;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Storage;

/// <summary>What version 0.1.0-alpha.1 wrote, byte for byte: it is read, and what is written today is the same.</summary>
public class FilesOfTheFirstVersionTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private static TokenEncryptionKeys Keys => new("k1", Key);

    [Theory]
    [InlineData("full")]
    [InlineData("least")]
    [InlineData("odd")]
    public void UploadRecord_IsReadAndWrittenAsBefore(string name)
    {
        var record = new UploadRecordSeal(Key).Open(Stored("record-" + name));

        AssertIs(name, record);
        Assert.Equal(Text("record-plain-" + name), Encoding.UTF8.GetString(StoredUpload.Of(record).ToJson()));
    }

    [Theory]
    [InlineData("full", "reports/2024 \"é\" <😀>")]
    [InlineData("least", "k")]
    [InlineData("odd", "o")]
    public void SealedUpload_IsRead(string name, string key) =>
        AssertIs(name, new StoreSeal(Keys).OpenUpload(key, Stored("sealed-upload-" + name))!);

    [Theory]
    [InlineData("full", "user é")]
    [InlineData("least", "b")]
    public void SealedSignIn_IsReadAndWrittenAsBefore(string name, string key)
    {
        var entry = new StoreSeal(Keys).OpenSignIn(key, Stored("sealed-sign-in-" + name));

        Assert.Equal(key, entry.Key);
        Assert.Equal(name == "full" ? "ann@contoso.example" : null, entry.Account?.UserName);
        Assert.Equal(name == "full" ? ["Files.Read", "offline_access"] : (string[])[], entry.Scopes);
        Assert.Equal(Text("sign-in-plain-" + name), Encoding.UTF8.GetString(StoredSignIn.Write(entry)));
    }

    [Fact]
    public async Task TokenFile_IsRead()
    {
        var directory = Directory.CreateTempSubdirectory("onedrive-sdk-tests");
        try
        {
            var store = new EncryptedFileTokenStore(Path.Combine(directory.FullName, "t"), Keys);
            Assert.True(await store.TrySaveAsync(
                new TokenStoreEntry { Key = "user é", Version = 1, RefreshToken = "new", Saved = DateTimeOffset.UnixEpoch }, 0));
            await File.WriteAllBytesAsync(
                Directory.GetFiles(Path.Combine(directory.FullName, "t"), "*.token").Single(), Stored("token-file"));

            var entry = await store.FindAsync("user é");

            Assert.Equal("rt+/=", entry!.RefreshToken);
            Assert.Equal("Ann Ü", entry.Account!.DisplayName);
            Assert.Equal(new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.FromHours(1)), entry.Saved);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Lease_IsReadAsOneWithoutALockFile()
    {
        var lease = StoredLease.Read(Stored("lease"));

        Assert.Equal("w1 \"x\"", lease.Owner);
        Assert.Equal(2030, lease.Expires.Year);
        Assert.Null(lease.LockFile);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("notes-least")]
    public void DownloadNotes_AreReadAndWrittenAsBefore(string name)
    {
        var version = DownloadVersion.Read(Stored(name));

        Assert.Equal(("d", "i", 5L), (version.DriveId, version.ItemId, version.Size));
        Assert.Equal(Text(name), Encoding.UTF8.GetString(DownloadNotes.Format(version)));
    }

    private static void AssertIs(string name, UploadSessionRecord record)
    {
        if (name != "full")
        {
            Assert.Equal(name == "odd" ? ConflictBehavior.Rename : ConflictBehavior.Fail, record.Conflict);
            Assert.Equal("https://up.example/2", record.UploadUrl.OriginalString);
            return;
        }

        Assert.Equal("https://up.example/1?x='2'&y=a+b", record.UploadUrl.OriginalString);
        Assert.Equal((9007199254740993, ConflictBehavior.Replace, true), (record.Length, record.Conflict, record.DeferCommit));
        Assert.Equal(TimeSpan.FromHours(2), record.Created.Offset);
        Assert.Equal(TimeSpan.FromHours(-8), record.Times!.Created!.Value.Offset);
        Assert.Equal("line\nbreak\u007f", record.Description);
    }

    private static string Text(string name) => Encoding.UTF8.GetString(Stored(name));

    private static byte[] Stored(string name)
    {
        using var stream = typeof(FilesOfTheFirstVersionTests).Assembly.GetManifestResourceStream("alpha1-stores.txt")!;
        using var reader = new StreamReader(stream);
        return Convert.FromBase64String(
            reader.ReadToEnd().Split('\n').Single(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1].Trim());
    }
}
