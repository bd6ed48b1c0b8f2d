using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Downloads to a path: all or nothing.</summary>
public sealed class DownloadFileTests : IDisposable
{
    private static readonly byte[] Content = GeneratedStream.Bytes(0, 100_000);

    private readonly TransferFixture _fixture = new();
    private readonly TemporaryDirectory _directory = new();

    public DownloadFileTests() => _fixture.Uploaded = new FakeItem("a.bin", Content);

    public void Dispose()
    {
        _fixture.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task DownloadFileAsync_PutsTheFileInPlaceWhenItIsComplete()
    {
        _fixture.Service.Fail(FakeStep.Bytes, work =>
        {
            Assert.Equal(["a.bin.partial", "a.bin.partial.state"], _directory.Files);
            return work();
        });

        var result = await DownloadAsync();

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(["a.bin"], _directory.Files);
        Assert.Equal(Content, await File.ReadAllBytesAsync(_directory["a.bin"]));
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheFileExists_ThrowsBeforeAnythingIsRequested()
    {
        await File.WriteAllTextAsync(_directory["a.bin"], "mine");

        await Assert.ThrowsAsync<IOException>(() => DownloadAsync());

        Assert.Empty(_fixture.Service.Exchanges);
        Assert.Equal("mine", await File.ReadAllTextAsync(_directory["a.bin"]));
        Assert.Equal(["a.bin"], _directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheFileMayBeReplaced_ReplacesItAtTheEnd()
    {
        await File.WriteAllTextAsync(_directory["a.bin"], "old");
        _fixture.Service.Fail(FakeStep.Bytes, FakeFaults.After(() => Assert.Equal("old", File.ReadAllText(_directory["a.bin"]))));

        await DownloadAsync(new DownloadOptions { Overwrite = true });

        Assert.Equal(Content, await File.ReadAllBytesAsync(_directory["a.bin"]));
        Assert.Equal(["a.bin"], _directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheBytesAreWrong_LeavesNothingBehind()
    {
        await File.WriteAllTextAsync(_directory["a.bin"], "old");
        _fixture.Uploaded = new FakeItem("a.bin", Content) { Hash = "AAAA" };

        await Assert.ThrowsAsync<ContentVerificationException>(() => DownloadAsync(new DownloadOptions { Overwrite = true }));

        Assert.Equal("old", await File.ReadAllTextAsync(_directory["a.bin"]));
        Assert.Equal(["a.bin"], _directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenThereIsNoSuchItem_LeavesNothingBehind()
    {
        _fixture.Service.Items.Clear();

        await Assert.ThrowsAsync<ItemNotFoundException>(() => DownloadAsync());

        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheDiskIsFull_ThrowsBeforeTheBytesAreRequestedAndLeavesNothingBehind()
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content) { Size = 1L << 50 };

        await Assert.ThrowsAsync<IOException>(() => DownloadAsync());

        Assert.Empty(_fixture.Service.Of(FakeStep.GetContent));
        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenCancelledBeforeTheFirstByte_LeavesNothingBehind()
    {
        using var source = new CancellationTokenSource();
        _fixture.Service.Fail(FakeStep.Bytes, FakeFaults.After(source.Cancel));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(new DownloadOptions(), source.Token));

        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenThePartialFileOfADeadProcessIsThere_ReplacesIt()
    {
        await File.WriteAllBytesAsync(_directory["a.bin.partial"], new byte[1_000_000]);

        await DownloadAsync();

        Assert.Equal(Content, await File.ReadAllBytesAsync(_directory["a.bin"]));
        Assert.Equal(["a.bin"], _directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenAnotherDownloadWritesThere_ThrowsAndLeavesItAlone()
    {
        await using var other = new FileStream(_directory["a.bin.partial"], FileMode.Create, FileAccess.Write, FileShare.None);

        await Assert.ThrowsAsync<IOException>(() => DownloadAsync());

        Assert.Empty(_fixture.Service.Exchanges);
        Assert.Equal(["a.bin.partial"], _directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenThePathIsNoGood_ThrowsBeforeAnythingIsRequested()
    {
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => DownloadAsync("absent/a.bin"));
        Directory.CreateDirectory(_directory["folder"]);
        await Assert.ThrowsAsync<IOException>(() => DownloadAsync("folder"));

        Assert.Empty(_fixture.Service.Exchanges);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheFileIsEmpty_MakesAnEmptyFile()
    {
        _fixture.Uploaded = new FakeItem("a.bin", []);

        await DownloadAsync();

        Assert.Empty(await File.ReadAllBytesAsync(_directory["a.bin"]));
    }

    private Task<DownloadResult> DownloadAsync(string name) => DownloadAsync(name, new DownloadOptions(), default);

    private Task<DownloadResult> DownloadAsync(DownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        DownloadAsync("a.bin", options ?? new DownloadOptions(), cancellationToken);

    private Task<DownloadResult> DownloadAsync(string name, DownloadOptions options, CancellationToken cancellationToken) =>
        _fixture.FinishAsync(
            () => _fixture.Downloads.DownloadFileAsync(TransferFixture.Destination, _directory[name], options, cancellationToken));
}
