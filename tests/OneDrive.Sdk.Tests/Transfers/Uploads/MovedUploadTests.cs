using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Uploads that are continued elsewhere: in another folder, under another path, on another machine.</summary>
public sealed class MovedUploadTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const int Length = (3 * Unit) + 17;

    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private readonly TransferFixture _fixture = new();
    private readonly TemporaryDirectory _directory = new();

    public void Dispose()
    {
        _fixture.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UploadFileAsync_FromACopyOfTheStoreAndOfTheFile_GoesOn(bool hasKeyOfItsOwn)
    {
        var key = hasKeyOfItsOwn ? Key : null;
        await BreakOffAsync(key);
        Copy(_directory["store"], _directory["moved"]);
        File.Move(_directory["a.bin"], _directory["other name.bin"]);
        Directory.Delete(_directory["store"], recursive: true);

        var result = await UploadAsync("moved", "other name.bin", key);

        Assert.Equal((2 * Unit, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        _fixture.AssertUploaded(Length);
        Assert.Empty(Directory.GetFiles(_directory["moved"], "*.upload"));
    }

    [Fact]
    public async Task UploadFileAsync_WithoutTheKeyOfTheStore_BeginsAgain()
    {
        await BreakOffAsync(Key);

        var result = await UploadAsync("store", "a.bin", key: null);

        Assert.False(result.Resumed);
        _fixture.AssertUploaded(Length);
    }

    [Fact]
    public async Task UploadFileAsync_WhileAnotherMachineMayBeAtIt_WaitsForTheEndOfItsRight()
    {
        await BreakOffAsync(Key);
        var other = new FileUploadSessionStore(_directory["store"], Key, _fixture.Clock);
        await other.TryAcquireAsync("key", "another", TimeSpan.FromMinutes(10));
        var lease = Assert.Single(Directory.GetFiles(_directory["store"], "*.lease"));
        var text = await File.ReadAllTextAsync(lease);
        await File.WriteAllTextAsync(
            lease, text.Replace($"\"{Environment.MachineName}\"", "\"another-machine\"", StringComparison.Ordinal));

        Assert.True((await Assert.ThrowsAsync<OneDriveException>(() => UploadAsync("store", "a.bin", Key))).IsTransient);
        Assert.Equal(3, _fixture.Service.Of(FakeStep.Fragment).Count);
        GC.KeepAlive(other);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(2 * Unit, (await UploadAsync("store", "a.bin", Key)).ResumedFrom);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
    }

    private async Task BreakOffAsync(byte[]? key)
    {
        await File.WriteAllBytesAsync(_directory["a.bin"], GeneratedStream.Bytes(0, Length));
        _fixture.Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 2);
        await Assert.ThrowsAsync<QuotaExceededException>(() => UploadAsync("store", "a.bin", key));
    }

    private Task<UploadResult> UploadAsync(string store, string file, byte[]? key)
    {
        var uploads = _fixture.UploadsWith(new FileUploadSessionStore(_directory[store], key, _fixture.Clock));
        return _fixture.FinishAsync(() => uploads.UploadFileAsync(
            TransferFixture.Destination, _directory[file], new UploadOptions { ResumeKey = "key" }, default));
    }
}
