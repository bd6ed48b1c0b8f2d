using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>How an upload that cannot succeed ends: with the right exception, and with nothing left behind.</summary>
public sealed class EndedUploadTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const long Length = (3 * Unit) + 17;

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task UploadAsync_WhenTheDriveIsFull_SaysSoAtOnceAndEndsTheSession()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 1);

        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(Length));

        Assert.Equal(2, Service.Of(FakeStep.Fragment).Count);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTheNameIsTakenAtTheEnd_ThrowsAndEndsTheSession()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.After(() => _fixture.Uploaded = new FakeItem("a.bin", [1])), after: 3);

        await Assert.ThrowsAsync<ItemConflictException>(() => _fixture.UploadAsync(Length));

        Assert.Equal([1], _fixture.Uploaded!.Content);
        Assert.Empty(Service.Sessions);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(507)]
    public async Task UploadAsync_WhenTheSessionIsRefused_ThrowsWithoutSendingAByte(int status)
    {
        Service.Fail(FakeStep.CreateSession, FakeFaults.Answer(status));

        var failure = await Assert.ThrowsAnyAsync<OneDriveApiException>(() => _fixture.UploadAsync(Length));

        Assert.Equal(status, (int)failure.StatusCode);
        Assert.Empty(Service.Of(FakeStep.Fragment));
    }

    [Fact]
    public async Task UploadAsync_WhenTheParentIsNotYetKnown_WaitsForIt()
    {
        Service.Fail(FakeStep.CreateSession, FakeFaults.Answer(404), times: 3);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
    }

    [Fact]
    public async Task UploadAsync_WhenTheParentDoesNotExist_SaysSoAfterTenSeconds()
    {
        Service.Fail(FakeStep.CreateSession, FakeFaults.Answer(404), times: 100);

        await Assert.ThrowsAsync<ItemNotFoundException>(() => _fixture.UploadAsync(Length));

        Assert.Equal(TimeSpan.FromSeconds(10), _fixture.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait));
    }

    [Theory]
    [InlineData("""{"uploadUrl":"http://upload.example/x"}""")]
    [InlineData("""{"uploadUrl":"/relative"}""")]
    public async Task UploadAsync_WhenTheAddressToUploadToIsNotSecure_SendsNothingToIt(string json)
    {
        Service.Fail(FakeStep.CreateSession, FakeFaults.Answer(200, json));

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => _fixture.UploadAsync(Length));

        Assert.Equal([FakeStep.GetItem, FakeStep.CreateSession], Service.Exchanges.Select(exchange => exchange.Step));
    }

    [Theory]
    [InlineData("""{"uploadUrl":"ht""")]
    [InlineData("""{}""")]
    public async Task UploadAsync_WhenTheAnswerWithTheSessionCannotBeRead_AsksAgain(string json)
    {
        Service.Fail(FakeStep.CreateSession, FakeFaults.AnswerAfterWork(200, json));

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
    }

    [Theory]
    [InlineData(429, typeof(ThrottledException))]
    [InlineData(503, typeof(ThrottledException))]
    [InlineData(423, typeof(ResourceLockedException))]
    public async Task UploadAsync_WhenTheServiceAsksForMoreThanTheCallerAllows_ThrowsAtOnceWithTheWait(int status, Type expected)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(status, null, ("Retry-After", "301")), after: 1);

        var failure = await Assert.ThrowsAnyAsync<OneDriveApiException>(
            () => _fixture.UploadAsync(Length, new UploadOptions { ResumeKey = "key" }));

        Assert.IsType(expected, failure);
        Assert.Equal(TimeSpan.FromSeconds(301), failure.RetryAfter);
        Assert.Empty(_fixture.Waits);
        Assert.NotNull(await _fixture.Store.FindAsync("key"));
        Assert.Single(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTheFileStaysLocked_ThrowsAfterMaxElapsed()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(423), times: 100);

        await Assert.ThrowsAsync<ResourceLockedException>(() => _fixture.UploadAsync(Length));

        Assert.InRange(_fixture.Waits.Sum(wait => wait.TotalMinutes), 14, 15);
    }

    [Fact]
    public async Task UploadAsync_WhenTheStreamEndsEarly_ThrowsAndEndsTheSession()
    {
        await Assert.ThrowsAsync<EndOfStreamException>(
            () => _fixture.UploadAsync(new GeneratedStream(Length - 1) { ClaimedLength = Length }, new UploadOptions()));

        Assert.Null(_fixture.Uploaded);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTheStreamGoesOn_ThrowsAndEndsTheSession()
    {
        await Assert.ThrowsAsync<IOException>(
            () =>
                _fixture.UploadAsync(new GeneratedStream(Length + 1) { IsSeekable = false }, new UploadOptions { ContentLength = Length }));

        Assert.Null(_fixture.Uploaded);
        Assert.Empty(Service.Sessions);
    }

    [Theory]
    [InlineData(10)]
    [InlineData((int)Length)]
    public async Task UploadAsync_WhenTheFileChangesMeanwhile_ThrowsAndKeepsNothing(int length)
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllBytesAsync(directory["a.bin"], GeneratedStream.Bytes(0, length));
        await using var file = new ChangingFile(directory["a.bin"]);

        var failure = await Assert.ThrowsAsync<IOException>(() => _fixture.UploadAsync(file));

        Assert.Contains("changed", failure.Message, StringComparison.Ordinal);
        Assert.Null(_fixture.Uploaded);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenCancelled_ThrowsTheCallersCancellationAndEndsTheSession()
    {
        using var source = new CancellationTokenSource();
        Service.Fail(FakeStep.Fragment, FakeFaults.After(source.Cancel), after: 1);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _fixture.UploadAsync(Length, new UploadOptions(), source.Token));

        Assert.Equal(source.Token, failure.CancellationToken);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTidyingUpFails_ThrowsTheFailureThatMatters()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507));
        Service.Fail(FakeStep.Cancel, FakeFaults.Break());

        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(Length));
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceHoldsOtherBytes_Throws()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.After(() => Assert.Single(Service.Sessions).Value.Received[5] ^= 1), after: 3);

        var failure = await Assert.ThrowsAsync<ContentVerificationException>(() => _fixture.UploadAsync(Length));

        Assert.Equal(GeneratedStream.HashOf(Length), failure.ExpectedHash);
        Assert.NotEqual(failure.ExpectedHash, failure.ActualHash);
        Assert.NotNull(_fixture.Uploaded);
    }

    /// <summary>A file of which somebody else writes a part, of the same length, when the first part was read.</summary>
    private sealed class ChangingFile(string path)
        : FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            File.SetLastWriteTimeUtc(SafeFileHandle, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            return count;
        }
    }
}
