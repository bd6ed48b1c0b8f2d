using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Downloads that the service converts: what it says of the file does not describe the bytes.</summary>
public sealed class DownloadFormatTests : IDisposable
{
    private static readonly byte[] Converted = GeneratedStream.Bytes(3, 200_000);

    private readonly TransferFixture _fixture = new();

    public DownloadFormatTests() => _fixture.Uploaded = new FakeItem("a.bin", Converted) { Size = 5, Hash = "AAAA" };

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task DownloadAsync_WithAFormat_AsksForItAndComparesNothing()
    {
        var (result, bytes) = await DownloadAsync();

        Assert.Equal(Converted, bytes);
        Assert.Equal((ContentIntegrity.NotChecked, Converted.Length), (result.Integrity, result.Length));
        Assert.Equal("?format=pdf", Assert.Single(Service.Of(FakeStep.GetContent)).Url.Query);
        Assert.DoesNotContain(_fixture.Progress, progress => progress.TotalBytes == 5);
        _fixture.AssertNoToken();
    }

    [Fact]
    public async Task DownloadAsync_WithoutAFormat_StillCompares()
    {
        using var sink = new MemoryStream();

        await Assert.ThrowsAsync<ContentVerificationException>(() => _fixture.FinishAsync(
            () => _fixture.Downloads.DownloadAsync(TransferFixture.Destination, sink, new DownloadOptions(), default)));
    }

    [Fact]
    public async Task DownloadAsync_WhenAConversionWithATagBreaksOff_GoesOn()
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(1234));

        Assert.Equal(Converted, (await DownloadAsync()).Bytes);
        Assert.Equal("bytes=1234-", Service.Of(FakeStep.Bytes)[1].Header("Range"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DownloadAsync_WhenAConversionWithoutATagBreaksOff_NeverJoinsTwoOfThem(bool isSeekable)
    {
        Service.Fail(FakeStep.Bytes, work =>
        {
            var response = FakeFaults.BreakBody(1234)(work);
            response.Headers.Remove("ETag");
            return response;
        });

        if (!isSeekable)
        {
            await Assert.ThrowsAsync<ContentVerificationException>(() => DownloadAsync(isSeekable));
            return;
        }

        Assert.Equal(Converted, (await DownloadAsync(isSeekable)).Bytes);
        Assert.Null(Service.Of(FakeStep.Bytes)[1].Header("Range"));
    }

    [Fact]
    public async Task DownloadAsync_WhenTheFileCannotBeConverted_ThrowsWhatTheServiceSays()
    {
        Service.Fail(FakeStep.GetContent, FakeFaults.Answer(406, """{"error":{"code":"notSupported","message":"no"}}"""));

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(() => DownloadAsync());

        Assert.Equal("notSupported", failure.ErrorCode);
    }

    [Fact]
    public async Task DownloadFileAsync_WithAFormat_WritesTheConversion()
    {
        using var directory = new TemporaryDirectory();

        await _fixture.FinishAsync(() => _fixture.Downloads.DownloadFileAsync(
            TransferFixture.Destination, directory["a.pdf"], new DownloadOptions { Format = "pdf" }, default));

        Assert.Equal(Converted, await File.ReadAllBytesAsync(directory["a.pdf"]));
    }

    [Fact]
    public async Task DownloadAsync_WithAnEmptyFormat_ThrowsBeforeAnyRequest()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => DownloadAsync(format: " "));

        Assert.Empty(Service.Exchanges);
    }

    private async Task<(DownloadResult Result, byte[] Bytes)> DownloadAsync(bool isSeekable = true, string format = "pdf")
    {
        using var sink = new SinkStream(isSeekable);
        var options = new DownloadOptions { Format = format, Progress = _fixture.ListProgress() };
        var result = await _fixture.FinishAsync(
            () => _fixture.Downloads.DownloadAsync(TransferFixture.Destination, sink, options, default));
        return (result, sink.ToArray());
    }
}
