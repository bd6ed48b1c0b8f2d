using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Large files that are downloaded in several ranges at a time.</summary>
public sealed class RangedDownloadTests : IDisposable
{
    private const int Range = 65_536;
    private const int Length = (10 * Range) + 4321;

    private static readonly byte[] Content = GeneratedStream.Bytes(0, Length);

    private readonly TemporaryDirectory _directory = new();
    private readonly TransferFixture _fixture = NewFixture();

    public RangedDownloadTests() => _fixture.Uploaded = new FakeItem("a.bin", Content);

    private FakeService Service => _fixture.Service;

    public void Dispose()
    {
        _fixture.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task DownloadFileAsync_OfALargeFile_FetchesEachRangeOnceOfOneVersion()
    {
        var result = await DownloadAsync();

        Assert.Equal((Length, ContentIntegrity.Verified), (result.Length, result.Integrity));
        AssertComplete(Content);
        var bytes = Service.Of(FakeStep.Bytes);
        Assert.Equal(
            Enumerable.Range(0, 11).Select(index => $"bytes={index * Range}-{Math.Min((index + 1) * Range, Length) - 1}"),
            bytes.Select(exchange => exchange.Header("Range")!).OrderBy(range => int.Parse(range[6..].Split('-')[0], null)));
        Assert.Null(bytes[0].Header("If-Range"));
        Assert.All(bytes.Skip(1), exchange => Assert.Equal("\"bytes-1\"", exchange.Header("If-Range")));
        Assert.Single(Service.Of(FakeStep.GetContent));
        Assert.Equal(_fixture.Progress.Select(Bytes).Order(), _fixture.Progress.Select(Bytes));
        Assert.Equal(Length, Bytes(_fixture.Progress[^1]));
    }

    [Fact]
    public async Task DownloadFileAsync_OfALargeFile_HasSeveralRangesUnderWayAtATime()
    {
        var all = new TaskCompletionSource();
        var seen = 0;
        Service.Fail(
            FakeStep.Bytes,
            work =>
            {
                if (++seen == 4)
                    all.SetResult();
                return FakeFaults.PauseBody(all.Task)(work);
            },
            times: 4);

        await DownloadAsync();

        AssertComplete(Content);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, Length + 1)]
    public async Task DownloadFileAsync_WithOneRangeOrASmallFile_UsesOneConnection(int ranges, long threshold)
    {
        using var fixture = NewFixture(ranges, threshold);
        fixture.Uploaded = new FakeItem("a.bin", Content);

        await DownloadAsync(fixture);

        Assert.Null(Assert.Single(fixture.Service.Of(FakeStep.Bytes)).Header("Range"));
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadAsync_ToAStream_UsesOneConnection()
    {
        using var sink = new MemoryStream();

        await _fixture.FinishAsync(() => _fixture.Downloads.DownloadAsync(TransferFixture.Destination, sink, new(), default));

        Assert.Single(Service.Of(FakeStep.Bytes));
        Assert.Equal(Content, sink.ToArray());
    }

    [Fact]
    public async Task DownloadFileAsync_WithOnePlaceAtTheGate_StillEnds()
    {
        using var fixture = NewFixture(configure: options => options.MaxConcurrentRequests = 1);
        fixture.Uploaded = new FakeItem("a.bin", Content);

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync(fixture)).Integrity);
        AssertComplete(Content);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task DownloadFileAsync_WhenARangeBreaksOff_GoesOnInIt(int after)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(1234), after, times: 3);

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync()).Integrity);
        AssertComplete(Content);
        Assert.Equal(14, Service.Of(FakeStep.Bytes).Count);
        Assert.All(Service.Of(FakeStep.Bytes), exchange => Assert.NotNull(exchange.Header("Range")));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(416)]
    [InlineData(423)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task DownloadFileAsync_WhenARangeIsRefusedForTheMoment_Succeeds(int status)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.Answer(status), after: 4, times: 2);

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync()).Integrity);
        AssertComplete(Content);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task DownloadFileAsync_WhenTheServiceIgnoresRanges_GoesOnWithOneConnection(int after)
    {
        Service.Fail(FakeStep.Bytes, _ => Whole("\"bytes-1\""), after, times: 100);

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync()).Integrity);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenAnswersHaveNoTag_GoesOnWithOneConnection()
    {
        Service.Fail(FakeStep.Bytes, work => WithoutTag(work()), times: 100);

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync()).Integrity);
        AssertComplete(Content);
        Assert.Equal(2, Service.Of(FakeStep.Bytes).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DownloadFileAsync_WhenTheFileChangesMeanwhile_NeverMixesTwoVersions(bool isChecked)
    {
        using var fixture = NewFixture(configure: options => options.Transfers.VerifyContentHash = isChecked);
        fixture.Uploaded = new FakeItem("a.bin", Content);
        var newer = GeneratedStream.Bytes(7, Length);
        fixture.Service.Fail(
            FakeStep.Bytes, FakeFaults.After(() => fixture.Uploaded = new FakeItem("a.bin", newer) { Version = 2 }), after: 3);

        var result = await DownloadAsync(fixture);

        Assert.Equal("c2", result.Item.CTag);
        AssertComplete(newer);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenOneRangeFailsForGood_EndsTheOthersAndIsResumed()
    {
        // Eight ranges may be under way, so that the ninth is asked for when the first one is there.
        Service.Fail(FakeStep.Bytes, FakeFaults.Answer(507), after: 8);
        await Assert.ThrowsAsync<QuotaExceededException>(() => DownloadAsync());
        Assert.Equal(["a.bin" + WorkingName.Partial, "a.bin" + WorkingName.Journal], _directory.Files);

        var result = await DownloadAsync();

        Assert.True(result.ResumedFrom >= Range && result.ResumedFrom % Range == 0, $"It went on from {result.ResumedFrom}.");
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        AssertComplete(Content);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1)]
    public async Task DownloadFileAsync_WhenHashesAreNotVerified_IsResumedWithoutAHash(int ranges)
    {
        using var fixture = NewFixture(ranges, configure: options => options.Transfers.VerifyContentHash = false);
        fixture.Uploaded = new FakeItem("a.bin", Content);
        fixture.Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(3 * Range), times: 1);
        fixture.Service.Fail(FakeStep.Bytes, FakeFaults.Answer(507), after: ranges == 1 ? 1 : 8);
        await Assert.ThrowsAsync<QuotaExceededException>(() => DownloadAsync(fixture));
        var notes = File.ReadAllLines(_directory["a.bin" + WorkingName.Journal]);

        var result = await DownloadAsync(fixture);

        Assert.EndsWith(DownloadMark.Flushed, notes[^1], StringComparison.Ordinal);
        Assert.True(result.ResumedFrom >= Range, $"It was resumed from {result.ResumedFrom}.");
        Assert.Equal(ContentIntegrity.NotChecked, result.Integrity);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenOnlyTheResumedPartIsVerified_VerifiesTheWholeFile()
    {
        using var careless = NewFixture(configure: options => options.Transfers.VerifyContentHash = false);
        careless.Uploaded = new FakeItem("a.bin", Content);
        careless.Service.Fail(FakeStep.Bytes, FakeFaults.Answer(507), after: 8);
        await Assert.ThrowsAsync<QuotaExceededException>(() => DownloadAsync(careless));

        var result = await DownloadAsync();

        Assert.True(result.Resumed);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenARangeNeverComes_GivesUp()
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.Break(), after: 6, times: 1000);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => DownloadAsync());
    }

    [Fact]
    public async Task DownloadFileAsync_WhenCancelled_ThrowsTheCallersCancellation_AndCanBeResumed()
    {
        using var source = new CancellationTokenSource();
        Service.Fail(FakeStep.Bytes, FakeFaults.After(source.Cancel), after: 8);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(cancellationToken: source.Token));

        Assert.Equal(source.Token, failure.CancellationToken);
        Assert.True((await DownloadAsync()).Resumed);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenOnlyShaIsGiven_UsesOneConnection()
    {
        var sha = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Content));
        _fixture.Uploaded = new FakeItem("a.bin", Content) { Hash = null, Sha256 = sha };

        Assert.Equal(ContentIntegrity.Verified, (await DownloadAsync()).Integrity);
        Assert.Single(Service.Of(FakeStep.Bytes));
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenAByteOfARangeIsWrong_ThrowsAndLeavesNothingBehind()
    {
        var wrong = (byte[])Content.Clone();
        wrong[^1] ^= 1;
        _fixture.Uploaded = new FakeItem("a.bin", wrong) { Hash = GeneratedStream.HashOf(Length) };

        await Assert.ThrowsAsync<ContentVerificationException>(() => DownloadAsync());

        Assert.Empty(_directory.Files);
    }

    private static TransferFixture NewFixture(
        int ranges = 4, long threshold = 2 * Range, Action<OneDriveOptions>? configure = null) => new(options =>
        {
            options.Transfers.ParallelRanges = ranges;
            options.Transfers.ParallelThreshold = threshold;
            options.Transfers.RangeSize = Range;
            configure?.Invoke(options);
        });

    private static long Bytes(TransferProgress progress) => progress.BytesTransferred;

    private static HttpResponseMessage Whole(string tag)
    {
        var response = FakeFaults.Response(200, null, ("ETag", tag));
        response.Content = new ByteArrayContent(Content);
        return response;
    }

    private static HttpResponseMessage WithoutTag(HttpResponseMessage response)
    {
        response.Headers.Remove("ETag");
        return response;
    }

    private void AssertComplete(byte[] content)
    {
        Assert.Equal(["a.bin"], _directory.Files);
        Assert.True(File.ReadAllBytes(_directory["a.bin"]).AsSpan().SequenceEqual(content), "Other bytes are in the file.");
    }

    private Task<DownloadResult> DownloadAsync(TransferFixture? fixture = null, CancellationToken cancellationToken = default)
    {
        fixture ??= _fixture;
        return fixture.FinishAsync(() => fixture.Downloads.DownloadFileAsync(
            TransferFixture.Destination,
            _directory["a.bin"],
            new DownloadOptions { Progress = fixture.ListProgress() },
            cancellationToken));
    }
}
