using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Uploads over real sockets.</summary>
public sealed class UploadScenarioTests
{
    private const int Unit = TransferScenario.Unit;
    private const int FourMebibytes = 4 * 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Unit)]
    [InlineData(FourMebibytes)]
    [InlineData(FourMebibytes + 1)]
    [InlineData((20 * Unit) + 5)]
    public async Task UploadAsync_OfAnyLength_ArrivesAndComesBack(int length)
    {
        await using var scenario = await TransferScenario.StartAsync();

        var upload = await scenario.UploadAsync(length);
        using var sink = new MemoryStream();
        var download = await scenario.Client.Content.DownloadAsync(upload.Item.Address, sink);

        scenario.AssertUploaded(length);
        Assert.Equal(length == 0 ? ContentIntegrity.NotChecked : ContentIntegrity.Verified, upload.Integrity);
        Assert.Equal(upload.Integrity, download.Integrity);
        Assert.True(sink.ToArray().AsSpan().SequenceEqual(GeneratedStream.Bytes(0, length)));
        Assert.Equal(length <= FourMebibytes, scenario.Emulator.Traffic.Of(EmulatorOperation.CreateUploadSession).Count == 0);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(Unit, false)]
    [InlineData(FourMebibytes, false)]
    [InlineData(FourMebibytes + 1, true)]
    [InlineData((20 * Unit) + 5, true)]
    public async Task UploadAsync_FromAStreamThatOnlyGoesForwardInShortReads_Arrives(int length, bool needsLength)
    {
        await using var scenario = await TransferScenario.StartAsync();
        var stream = new GeneratedStream(length) { IsSeekable = false, LongestRead = 4099 };

        await scenario.Client.Content.UploadAsync(
            TransferScenario.File, stream, new UploadOptions { ContentLength = needsLength ? length : null });

        scenario.AssertUploaded(length);
    }

    [Fact]
    public async Task UploadFileAsync_WithDefaultOptions_MovesAFileWithItsTimes()
    {
        await using var scenario = await Support.Scenario.StartAsync();
        using var directory = new TemporaryDirectory();
        var content = GeneratedStream.Bytes(0, 11_000_000);
        var modified = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
        await File.WriteAllBytesAsync(directory["source"], content);

        var result = await scenario.Client.Content.UploadFileAsync(
            TransferScenario.File, directory["source"], new UploadOptions { Times = new FileSystemTimes { LastModified = modified } });
        await scenario.Client.Content.DownloadFileAsync(TransferScenario.File, directory["copy"]);

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(modified, scenario.Drive.FindItem("Backups/nightly run.bin")!.FileSystemModified);
        Assert.Equal(content, await File.ReadAllBytesAsync(directory["copy"]));
        Assert.Equal(["copy", "source"], directory.Files);
        Assert.Equal(2, scenario.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).Count);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(FourMebibytes + 1)]
    public async Task UploadAsync_OverAnExistingFile_DoesAsItIsTold(int length)
    {
        await using var scenario = await TransferScenario.StartAsync();
        scenario.Drive.WithFile("Backups/nightly run.bin", [1, 2, 3]);

        await Assert.ThrowsAsync<ItemConflictException>(() => scenario.UploadAsync(length));
        Assert.Equal(3, scenario.Drive.FindItem("Backups/nightly run.bin")!.Size);

        var renamed = await scenario.UploadAsync(length, new UploadOptions { Conflict = ConflictBehavior.Rename });
        Assert.NotEqual("nightly run.bin", renamed.Item.Name);
        Assert.Equal(3, scenario.Drive.FindItem("Backups/nightly run.bin")!.Size);

        var replaced = await scenario.UploadAsync(length, new UploadOptions { Conflict = ConflictBehavior.Replace });
        Assert.Equal("nightly run.bin", replaced.Item.Name);
        Assert.Equal(GeneratedStream.HashOf(length), scenario.Drive.FindItem("Backups/nightly run.bin")!.QuickXorHash);
    }

    [Fact]
    public async Task UploadAsync_WhenTheDriveIsFull_ThrowsAQuotaError()
    {
        await using var scenario = await TransferScenario.StartAsync();
        scenario.Drive.Quota = Unit;

        await Assert.ThrowsAsync<QuotaExceededException>(() => scenario.UploadAsync(FourMebibytes + 1));
        await Assert.ThrowsAsync<QuotaExceededException>(() => scenario.UploadAsync(FourMebibytes));

        Assert.DoesNotContain(scenario.Drive.ListItems(), item => !item.IsFolder);
    }

    [Fact]
    public async Task UploadAsync_WhenItIsGivenUp_EndsItsSession()
    {
        await using var scenario = await TransferScenario.StartAsync();
        using var source = new CancellationTokenSource();
        var progress = new Reporter(report =>
        {
            if (report.BytesTransferred == 3 * Unit)
                source.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scenario.Client.Content.UploadAsync(
            TransferScenario.File, new GeneratedStream(20 * Unit), new UploadOptions { Progress = progress }, source.Token));

        Assert.Equal(204, Assert.Single(scenario.Emulator.Traffic.Of(EmulatorOperation.UploadCancel)).StatusCode);
    }

    [Fact]
    public async Task UploadAsync_ManyAtOnce_AllArrive()
    {
        await using var scenario = await TransferScenario.StartAsync();
        const int length = FourMebibytes + 1;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => scenario.Client.Content.UploadAsync(
            DriveAddress.Me.Path($"/many/{index}.bin"), new GeneratedStream(length + index))));

        var items = scenario.Drive.ListItems().Where(item => !item.IsFolder).OrderBy(item => item.Size).ToList();
        Assert.Equal(
            Enumerable.Range(0, 8).Select(index => GeneratedStream.HashOf(length + index)), items.Select(item => item.QuickXorHash));
    }

    private sealed class Reporter(Action<TransferProgress> report) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => report(value);
    }
}
