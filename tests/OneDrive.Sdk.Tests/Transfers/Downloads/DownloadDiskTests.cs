using System.Runtime.Versioning;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Downloads to a disk that takes no more, or nothing at all.</summary>
public sealed class DownloadDiskTests : IDisposable
{
    /// <summary>A file of Linux that takes no byte: each write says that the disk is full.</summary>
    private const string FullDisk = "/dev/full";

    private static readonly byte[] Content = GeneratedStream.Bytes(0, 300_000);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public async Task DownloadFileAsync_WhenTheDiskFillsUpMeanwhile_ThrowsAndLeavesNothingBehindAndNoConnectionOpen(long threshold)
    {
        if (!File.Exists(FullDisk))
            return;
        using var fixture = NewFixture(threshold);
        var full = fixture.DownloadsWith(_ => File.OpenHandle(FullDisk, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));

        var failure = await Assert.ThrowsAsync<IOException>(() => fixture.FinishAsync(
            () => full.DownloadFileAsync(TransferFixture.Destination, _directory["a.bin"], new(), default)));

        Assert.Contains("No space left", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_directory.Files);

        // The only place at the gate is free again, so that the next call goes through.
        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync(fixture, _directory["a.bin"])).Integrity);
        Assert.Equal(["a.bin"], _directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheDirectoryMustNotBeWritten_ThrowsBeforeAnythingIsRequested()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var fixture = NewFixture(0);
        var path = Path.Combine(ReadOnlyDirectory(), "a.bin");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => DownloadAsync(fixture, path));

        Assert.Empty(fixture.Service.Exchanges);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheNameIsTakenMeanwhile_ThrowsAndLeavesTheOtherFileAlone()
    {
        using var fixture = NewFixture(0);
        fixture.Service.Fail(FakeStep.Bytes, FakeFaults.After(() => File.WriteAllText(_directory["a.bin"], "mine")));

        await Assert.ThrowsAsync<IOException>(() => DownloadAsync(fixture, _directory["a.bin"]));

        Assert.Equal(["a.bin"], _directory.Files);
        Assert.Equal("mine", await File.ReadAllTextAsync(_directory["a.bin"]));
    }

    [Fact]
    public async Task DownloadFileAsync_WhileAnotherOneWritesThere_ThrowsAndDisturbsNothing()
    {
        using var fixture = NewFixture(long.MaxValue);
        using var other = NewFixture(long.MaxValue);
        Exception? refusal = null;
        fixture.Service.Fail(
            FakeStep.Bytes,
            FakeFaults.After(() => refusal = Record.ExceptionAsync(() => DownloadAsync(other, _directory["a.bin"])).Result));

        await DownloadAsync(fixture, _directory["a.bin"]);

        Assert.IsType<IOException>(refusal);
        Assert.Empty(other.Service.Exchanges);
        Assert.Equal(["a.bin"], _directory.Files);
        Assert.Equal(Content, await File.ReadAllBytesAsync(_directory["a.bin"]));
    }

    /// <summary>To root only what the kernel guards is forbidden.</summary>
    [UnsupportedOSPlatform("windows")]
    private string ReadOnlyDirectory()
    {
        if (Environment.IsPrivilegedProcess)
            return "/sys/kernel";
        Directory.CreateDirectory(_directory["read-only"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return _directory["read-only"];
    }

    private static TransferFixture NewFixture(long threshold)
    {
        var fixture = new TransferFixture(options =>
        {
            options.MaxConcurrentRequests = 1;
            options.Transfers.ParallelThreshold = threshold;
            options.Transfers.RangeSize = 65_536;
        });
        fixture.Uploaded = new FakeItem("a.bin", Content);
        return fixture;
    }

    private static Task<DownloadResult> DownloadAsync(TransferFixture fixture, string path) =>
        fixture.FinishAsync(() => fixture.Downloads.DownloadFileAsync(TransferFixture.Destination, path, new(), default));
}
