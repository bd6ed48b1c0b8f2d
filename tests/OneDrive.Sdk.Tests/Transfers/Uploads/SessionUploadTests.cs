using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>What an upload session does when everything goes well, and after each kind of doubt.</summary>
public sealed class SessionUploadTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const long Length = (3 * Unit) + 17;

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task UploadAsync_SendsEachByteOnceInOrder_AndReportsAcknowledgedBytes()
    {
        var result = await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(
            $"0-{Unit - 1}/{Length} {Unit}-{(2 * Unit) - 1}/{Length} {2 * Unit}-{(3 * Unit) - 1}/{Length} {3 * Unit}-{Length - 1}/{Length}",
            Service.Ranges);
        Assert.Equal([0, Unit, 2 * Unit, 3 * Unit, Length], _fixture.Progress.Select(progress => progress.BytesTransferred));
        Assert.Equal((ContentIntegrity.Verified, false, null), (result.Integrity, result.Resumed, result.ResumedFrom));
        Assert.Equal("a.bin", result.Item.Name);
        Assert.Empty(_fixture.Waits);
        Assert.Empty(Service.Of(FakeStep.Status));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task UploadAsync_WhenAcknowledgementIsLost_AsksForTheRangeAndContinues(int fragment)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: fragment);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
        Assert.Single(Service.Of(FakeStep.Status));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task UploadAsync_WhenTheConnectionBreaks_AsksAndSendsTheFragmentAgain(int fragment)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Break(), after: fragment);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(5, Service.Of(FakeStep.Fragment).Count);
        Assert.Single(Service.Of(FakeStep.Status));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task UploadAsync_WhenTheServiceFails_AsksWhetherTheFragmentWasTaken(int status)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(status), after: 1);
        Service.Fail(FakeStep.Fragment, FakeFaults.AnswerAfterWork(status), after: 3);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(5, Service.Of(FakeStep.Fragment).Count);
        Assert.Equal(2, Service.Of(FakeStep.Status).Count);
        Assert.Equal(2, _fixture.Waits.Count);
    }

    [Fact]
    public async Task UploadAsync_When416_AsksAtOnceAndGoesOnFromThere()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.AnswerAfterWork(416), after: 1);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
        Assert.Empty(_fixture.Waits);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("2.128", 2.128)]
    [InlineData("Wed, 04 Mar 2026 05:07:07 GMT", 60)]
    public async Task UploadAsync_WhenThrottled_WaitsAtLeastAsLongAsAskedAndSendsAgain(string retryAfter, double seconds)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(429, null, ("Retry-After", retryAfter)), after: 1);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.True(_fixture.Waits[0] >= TimeSpan.FromSeconds(seconds), $"It waited {_fixture.Waits[0]}.");
        Assert.Equal(5, Service.Of(FakeStep.Fragment).Count);
        Assert.Empty(Service.Of(FakeStep.Status));
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceGivesSeveralRangesInAnyOrder_TakesTheLowest()
    {
        Service.Fail(
            FakeStep.Fragment,
            FakeFaults.AnswerAfterWork(202, $$"""{"nextExpectedRanges":["{{3 * Unit}}-","{{Unit}}-{{(2 * Unit) - 1}}"]}"""));

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceRefusesTheTagItGives_OpensTheSessionWithTheTagOfTheContent()
    {
        _fixture.Uploaded = new FakeItem("a.bin", [1]);
        Service.Fail(FakeStep.CreateSession, FakeFaults.Answer(412));

        await _fixture.UploadAsync(Length, new UploadOptions { IfMatch = "e1", Conflict = ConflictBehavior.Replace });

        _fixture.AssertUploaded(Length);
        Assert.Equal(["e1", "c1"], Service.Of(FakeStep.CreateSession).Select(exchange => exchange.Header("If-Match")));
    }

    [Theory]
    [InlineData("e0", true)]
    [InlineData("c1", true)]
    [InlineData("e1", false)]
    public async Task UploadAsync_WhenTheTagIsNotTheOneOfTheItem_DoesNotTryAnother(string tag, bool exists)
    {
        if (exists)
            _fixture.Uploaded = new FakeItem("a.bin", [1]);
        Service.Fail(FakeStep.CreateSession, FakeFaults.Answer(412));

        await Assert.ThrowsAsync<PreconditionFailedException>(
            () => _fixture.UploadAsync(Length, new UploadOptions { IfMatch = tag, Conflict = ConflictBehavior.Replace }));

        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Theory]
    [InlineData("""{"nextExpectedRanges":["nonsense"]}""")]
    [InlineData("""{"nextExpectedRanges":["-5"]}""")]
    [InlineData("""{"nextExpectedRanges":7}""")]
    [InlineData("""{"nextExpec""")]
    public async Task UploadAsync_WhenTheAnswerCannotBeRead_Asks(string json)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.AnswerAfterWork(202, json), after: 1);
        Service.Fail(FakeStep.Status, FakeFaults.Answer(200, json));

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
        Assert.Equal(2, Service.Of(FakeStep.Status).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceLostBytes_GoesBackToWhereItSays()
    {
        Service.Fail(FakeStep.Fragment, _ =>
        {
            Assert.Single(Service.Sessions).Value.Received.RemoveRange(Unit, Unit);
            return FakeFaults.Response(500);
        }, after: 2);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal([0, Unit, 2 * Unit, 3 * Unit, Length], _fixture.Progress.Select(progress => progress.BytesTransferred));
    }

    [Fact]
    public async Task UploadAsync_WhenHalfAFragmentArrived_SendsWhatIsMissingInAlignedFragments()
    {
        Service.Fail(FakeStep.Fragment, _ =>
        {
            Assert.Single(Service.Sessions).Value.Received.AddRange(GeneratedStream.Bytes(Unit, 26));
            return FakeFaults.Response(500);
        }, after: 1);

        await _fixture.UploadAsync(new GeneratedStream(Length) { IsSeekable = false }, new UploadOptions { ContentLength = Length });

        _fixture.AssertUploaded(Length);
        Assert.Contains($"{Unit + 26}-{(2 * Unit) + 25}/{Length}", Service.Ranges, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadAsync_WhenEveryFragmentNeedsAllItsAttempts_Succeeds()
    {
        for (var fragment = 0; fragment < 4; fragment++)
            Service.Fail(FakeStep.Fragment, FakeFaults.Break(), after: 6 * fragment, times: 5);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(4 * 6, Service.Of(FakeStep.Fragment).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenAFragmentNeverGetsThrough_GivesUpAndEndsTheSession()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(500), after: 1, times: 100);

        var failure = await Assert.ThrowsAsync<OneDriveApiException>(() => _fixture.UploadAsync(Length));

        Assert.Equal(500, (int)failure.StatusCode);
        Assert.Equal(1 + 6, Service.Of(FakeStep.Fragment).Count);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceNeverTakesTheBytes_GivesUp()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(202, """{"nextExpectedRanges":["0-"]}"""), times: 100);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => _fixture.UploadAsync(Length));

        Assert.Equal(6, Service.Of(FakeStep.Fragment).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenTheStatusIsNotToBeHad_CountsThatToo()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Break(), times: 100);
        Service.Fail(FakeStep.Status, FakeFaults.Break(), times: 100);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => _fixture.UploadAsync(Length));

        Assert.Equal(6, Service.Of(FakeStep.Fragment).Count + Service.Of(FakeStep.Status).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenRetriesAreOff_FailsAtTheFirstDoubt()
    {
        using var fixture = new TransferFixture(options => options.Retry.MaxRetryAttempts = 0);
        fixture.Service.Fail(FakeStep.Fragment, FakeFaults.Break());

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => fixture.UploadAsync(Length));

        Assert.Single(fixture.Service.Of(FakeStep.Fragment));
        Assert.Empty(fixture.Waits);
    }
}
