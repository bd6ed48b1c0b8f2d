using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Transfers under a limit, on a clock that only waits can move: the time is what the limit makes of the bytes.</summary>
public sealed class BandwidthLimitTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const int Rate = 100_000;

    private static readonly ItemAddress Other = DriveAddress.Me.Path("/b.bin");

    private readonly TransferFixture _fixture = new(options => options.Transfers.MaxBytesPerSecond = Rate);

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(900)]
    [InlineData(Unit)]
    [InlineData((4 * Unit) + 17)]
    public async Task UploadAsync_TakesTheTimeOfItsBytes(int length)
    {
        await FinishAsync(() => _fixture.Uploads.UploadAsync(
            TransferFixture.Destination, new GeneratedStream(length), new UploadOptions(), default));

        _fixture.AssertUploaded(length);
        AssertTook(length);
    }

    [Fact]
    public async Task UploadAsync_CountsAFragmentThatIsSentAgain()
    {
        _fixture.Service.Fail(FakeStep.Fragment, FakeFaults.Answer(416), after: 1);

        await FinishAsync(() => _fixture.Uploads.UploadAsync(
            TransferFixture.Destination, new GeneratedStream(3 * Unit), new UploadOptions(), default));

        AssertTook(4 * Unit);
    }

    [Fact]
    public async Task UploadAsync_OfTwoFilesAtOnce_SharesTheLimitAlsoAcrossIdentities()
    {
        await FinishAsync(() => Task.WhenAll(
            _fixture.Uploads.UploadAsync(
                TransferFixture.Destination, new GeneratedStream(2 * Unit), new UploadOptions(), default),
            _fixture.OtherIdentity.UploadAsync(Other, new GeneratedStream(2 * Unit), new UploadOptions(), default)));

        AssertTook(4 * Unit);
    }

    [Fact]
    public async Task DownloadAsync_TakesTheTimeOfItsBytes()
    {
        _fixture.Uploaded = new FakeItem("a.bin", GeneratedStream.Bytes(0, 500_000));

        await FinishAsync(() => _fixture.Downloads.DownloadAsync(
            TransferFixture.Destination, new MemoryStream(), new DownloadOptions(), default));

        AssertTook(500_000);
    }

    [Fact]
    public async Task OpenReadAsync_AndReadAsStringAsync_AreUnderTheLimitAsWell()
    {
        _fixture.Uploaded = new FakeItem("a.bin", GeneratedStream.Bytes(0, 300_000));

        await FinishAsync(async () =>
        {
            var stream = await _fixture.Downloads.OpenReadAsync(TransferFixture.Destination, new OpenReadOptions(), default);
            await stream.CopyToAsync(Stream.Null);
            return await _fixture.Downloads.ReadAsStringAsync(TransferFixture.Destination, new ReadAsStringOptions(), default);
        });

        AssertTook(600_000);
    }

    [Fact]
    public async Task UploadAsync_NextToADownload_SharesTheLimitWithIt()
    {
        _fixture.Service.Items[Other.ToString()] = new FakeItem("b.bin", GeneratedStream.Bytes(0, 2 * Unit));

        await FinishAsync(async () =>
        {
            await Task.WhenAll(
                _fixture.Uploads.UploadAsync(
                    TransferFixture.Destination, new GeneratedStream(2 * Unit), new UploadOptions(), default),
                _fixture.Downloads.DownloadAsync(Other, new MemoryStream(), new DownloadOptions(), default));
            return 0;
        });

        AssertTook(4 * Unit);
    }

    [Fact]
    public async Task UploadAsync_WhenCancelledWhileItWaits_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var upload = _fixture.Uploads.UploadAsync(
            TransferFixture.Destination, new GeneratedStream(3 * Unit), new UploadOptions(), cancellation.Token);
        await _fixture.Clock.WaitForTimerAsync(due => due > TimeSpan.Zero && due < TimeSpan.FromSeconds(1));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload).WaitAsync(TimeSpan.FromMinutes(1));
    }

    // Only waits for bandwidth move the clock.
    private async Task FinishAsync<T>(Func<Task<T>> work)
    {
        var task = Task.Run(work);
        while (!task.IsCompleted)
        {
            var wait = _fixture.Clock.WaitForTimerAsync(due => due > TimeSpan.Zero && due < TimeSpan.FromMilliseconds(200));
            if (await Task.WhenAny(task, wait) == wait)
                _fixture.Clock.Advance(await wait);
        }

        await task;
    }

    // The bucket is full at the start: an eighth of a second passes for nothing.
    private void AssertTook(long bytes)
    {
        var expected = Math.Max(0, ((double)bytes / Rate) - (1.0 / 8));
        Assert.Equal(expected, _fixture.Clock.GetElapsedTime(0).TotalSeconds, 0.001);
    }
}
