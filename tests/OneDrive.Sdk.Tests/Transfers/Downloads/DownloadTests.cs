using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Downloads into a stream, when all goes well and after each kind of break.</summary>
public sealed class DownloadTests : IDisposable
{
    private const int Length = 300_000;

    private static readonly byte[] Content = GeneratedStream.Bytes(0, Length);

    private readonly TransferFixture _fixture = new();

    public DownloadTests() => _fixture.Uploaded = new FakeItem("a.bin", Content);

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Length)]
    public async Task DownloadAsync_FollowsTheRedirectWithoutAToken_AndVerifies(int length)
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content[..length]);

        var (result, bytes) = await DownloadAsync();

        Assert.Equal(Content[..length], bytes);
        Assert.Equal((length, ContentIntegrity.Verified, "a.bin"), (result.Length, result.Integrity, result.Item.Name));
        Assert.Equal([FakeStep.GetItem, FakeStep.GetContent, FakeStep.Bytes], Service.Exchanges.Select(exchange => exchange.Step));
        Assert.NotNull(Service.Of(FakeStep.GetContent)[0].Header("Authorization"));
        _fixture.AssertNoToken();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150_000)]
    [InlineData(Length - 1)]
    public async Task DownloadAsync_WhenTheConnectionBreaks_GoesOnFromTheNextByte(int after)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(after));

        var (result, bytes) = await DownloadAsync();

        Assert.Equal(Content, bytes);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(after == 0 ? null : $"bytes={after}-", Service.Of(FakeStep.Bytes)[1].Header("Range"));
        Assert.Equal(after == 0 ? null : "\"bytes-1\"", Service.Of(FakeStep.Bytes)[1].Header("If-Range"));
        Assert.Equal(
            _fixture.Progress.Select(progress => progress.BytesTransferred).Order(),
            _fixture.Progress.Select(progress => progress.BytesTransferred));
        Assert.Equal((Length, (long?)Length), (_fixture.Progress[^1].BytesTransferred, _fixture.Progress[^1].TotalBytes));
        _fixture.AssertNoToken();
    }

    [Fact]
    public async Task DownloadAsync_WhenTheBodyIsShort_GoesOn()
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.CutBody(1000));

        Assert.Equal(Content, (await DownloadAsync()).Bytes);
    }

    [Fact]
    public async Task DownloadAsync_WhenEveryAttemptBringsALittle_Succeeds()
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(20_000), times: 14);

        Assert.Equal(Content, (await DownloadAsync()).Bytes);
    }

    [Fact]
    public async Task DownloadAsync_WhenNoAttemptBringsAnything_GivesUp()
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(0), times: 100);

        await Assert.ThrowsAsync<OneDriveConnectionException>(DownloadAsync);

        Assert.Equal(6, Service.Of(FakeStep.Bytes).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DownloadAsync_WhenTheRangeIsIgnored_WritesNoByteTwice(bool isSeekable)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(1234));
        Service.Fail(FakeStep.Bytes, _ => Whole(1), after: 1);

        Assert.Equal(Content, (await DownloadAsync(isSeekable)).Bytes);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task DownloadAsync_WhenTheAddressIsNoLongerGood_AsksForANewOne(int status)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(1234));
        Service.Fail(FakeStep.Bytes, FakeFaults.Answer(status), after: 1);

        Assert.Equal(Content, (await DownloadAsync()).Bytes);
        Assert.Equal(3, Service.Of(FakeStep.Bytes).Select(exchange => exchange.Url).Distinct().Count());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task DownloadAsync_WhenThrottled_WaitsAsAsked(int status)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.Answer(status, null, ("Retry-After", "2.5")));

        Assert.Equal(Content, (await DownloadAsync()).Bytes);
        Assert.True(_fixture.Waits[0] >= TimeSpan.FromSeconds(2.5));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task DownloadAsync_WhenTheServerFails_TriesAgain(int status)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.Answer(status), times: 3);

        Assert.Equal(Content, (await DownloadAsync()).Bytes);
    }

    [Fact]
    public async Task DownloadAsync_WhenTheFileChangesMeanwhile_StartsOver()
    {
        var newer = GeneratedStream.Bytes(7, 1000);
        Service.Fail(FakeStep.Bytes, ReplaceAfter(5000, newer));

        var (result, bytes) = await DownloadAsync();

        Assert.Equal(newer, bytes);
        Assert.Equal((ContentIntegrity.Verified, "c2"), (result.Integrity, result.Item.CTag));
    }

    [Fact]
    public async Task DownloadAsync_WhenTheFileChangesAndTheDestinationCannotGoBack_Throws()
    {
        Service.Fail(FakeStep.Bytes, ReplaceAfter(5000, [1, 2, 3]));

        await Assert.ThrowsAsync<ContentVerificationException>(() => DownloadAsync(isSeekable: false));
    }

    [Fact]
    public async Task DownloadAsync_WhenTheFileChangesBeforeItsBytesCome_TakesTheNewOne()
    {
        var newer = GeneratedStream.Bytes(7, 1000);
        Service.Fail(FakeStep.GetContent, FakeFaults.After(() => _fixture.Uploaded = new FakeItem("a.bin", newer) { Version = 2 }));

        var (result, bytes) = await DownloadAsync(isSeekable: false);

        Assert.Equal(newer, bytes);
        Assert.Equal((ContentIntegrity.Verified, "c2"), (result.Integrity, result.Item.CTag));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DownloadAsync_WhenCheckingIsOffAndTheFileChangesMeanwhile_StillNeverMixesTwoVersions(bool hasTags)
    {
        using var fixture = new TransferFixture(options => options.Transfers.VerifyContentHash = false);
        fixture.Uploaded = new FakeItem("a.bin", Content);
        var newer = GeneratedStream.Bytes(7, 10_000);
        fixture.Service.Fail(FakeStep.Bytes, work => WithTags(hasTags, FakeFaults.BreakBody(5000)(work)));
        fixture.Service.Fail(FakeStep.Bytes, work => WithTags(hasTags, work()), after: 1, times: 10);

        // With tags the file changes after the last look at it, without them before.
        fixture.Service.Fail(
            hasTags ? FakeStep.GetContent : FakeStep.GetItem,
            FakeFaults.After(() => fixture.Uploaded = new FakeItem("a.bin", newer) { Version = 2 }),
            after: 1);
        using var sink = new MemoryStream();

        await fixture.FinishAsync(() => fixture.Downloads.DownloadAsync(TransferFixture.Destination, sink, new(), default));

        Assert.True(sink.ToArray().AsSpan().SequenceEqual(newer), "Two versions were mixed.");
    }

    [Fact]
    public async Task DownloadAsync_WhenAByteIsWrong_Throws()
    {
        var wrong = (byte[])Content.Clone();
        wrong[^1] ^= 1;
        _fixture.Uploaded = new FakeItem("a.bin", wrong) { Hash = GeneratedStream.HashOf(Length) };

        var failure = await Assert.ThrowsAsync<ContentVerificationException>(DownloadAsync);

        Assert.Equal(GeneratedStream.HashOf(Length), failure.ExpectedHash);
        Assert.NotEqual(failure.ExpectedHash, failure.ActualHash);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(5L, true)]
    public async Task DownloadAsync_WhenCheckingIsOff_ComparesNoHash(long? size, bool acceptsUnverified)
    {
        using var fixture = new TransferFixture(options => options.Transfers.VerifyContentHash = false);
        fixture.Uploaded = new FakeItem("a.bin", Content) { Hash = "AAAA", Size = size };
        using var sink = new MemoryStream();
        var options = new DownloadOptions { AcceptUnverified = acceptsUnverified };

        var result = await fixture.FinishAsync(() => fixture.Downloads.DownloadAsync(TransferFixture.Destination, sink, options, default));

        Assert.Equal(ContentIntegrity.NotChecked, result.Integrity);
        Assert.Equal(Content, sink.ToArray());
    }

    [Fact]
    public async Task DownloadAsync_WhenThereIsNoSuchFile_Throws()
    {
        Service.Items.Clear();

        await Assert.ThrowsAsync<ItemNotFoundException>(DownloadAsync);
    }

    [Theory]
    [InlineData("http://download.example/x")]
    [InlineData("ftp://download.example/x")]
    public async Task DownloadAsync_WhenTheRedirectIsNotSecure_DoesNotFollowIt(string location)
    {
        Service.Fail(FakeStep.GetContent, FakeFaults.Answer(302, null, ("Location", location)));

        await Assert.ThrowsAsync<OneDriveConnectionException>(DownloadAsync);

        Assert.Equal(2, Service.Exchanges.Count);
    }

    [Fact]
    public async Task DownloadAsync_WhenTheDestinationFails_ThrowsThatAndDoesNotTryAgain()
    {
        var failure = await Assert.ThrowsAsync<IOException>(
            () =>
                _fixture.FinishAsync(
                    () => _fixture.Downloads.DownloadAsync(TransferFixture.Destination, new FullStream(), new(), default)));

        Assert.Equal("No space left on device", failure.Message);
        Assert.Single(Service.Of(FakeStep.Bytes));
    }

    [Fact]
    public async Task DownloadAsync_WhenCancelled_ThrowsTheCallersCancellation()
    {
        using var source = new CancellationTokenSource();
        Service.Fail(FakeStep.Bytes, FakeFaults.After(source.Cancel));

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.FinishAsync(
            () => _fixture.Downloads.DownloadAsync(TransferFixture.Destination, new MemoryStream(), new(), source.Token)));

        Assert.Equal(source.Token, failure.CancellationToken);
    }

    private Task<(DownloadResult Result, byte[] Bytes)> DownloadAsync() => DownloadAsync(isSeekable: true);

    private async Task<(DownloadResult Result, byte[] Bytes)> DownloadAsync(bool isSeekable)
    {
        using var sink = new SinkStream(isSeekable);
        var options = new DownloadOptions { Progress = _fixture.ListProgress() };
        var result = await _fixture.FinishAsync(
            () => _fixture.Downloads.DownloadAsync(TransferFixture.Destination, sink, options, default));
        return (result, sink.ToArray());
    }

    private static HttpResponseMessage WithTags(bool hasTags, HttpResponseMessage response)
    {
        if (!hasTags)
            response.Headers.Remove("ETag");
        return response;
    }

    private FakeFault ReplaceAfter(int bytes, byte[] newer) => work =>
    {
        var response = FakeFaults.BreakBody(bytes)(work);
        _fixture.Uploaded = new FakeItem("a.bin", newer) { Version = 2 };
        return response;
    };

    private static HttpResponseMessage Whole(int version)
    {
        var response = FakeFaults.Response(200, null, ("ETag", $"\"bytes-{version}\""));
        response.Content = new ByteArrayContent(Content);
        return response;
    }
}
