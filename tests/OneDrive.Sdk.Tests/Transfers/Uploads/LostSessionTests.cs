using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>What an upload does when its session goes away, or seems to.</summary>
public sealed class LostSessionTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const long Length = (3 * Unit) + 17;

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task UploadAsync_When404OnAFreshSession_WaitsAndUsesIt()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(404), times: 2);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Single(Service.Of(FakeStep.CreateSession));
        Assert.Equal(2, _fixture.Waits.Count);
    }

    [Fact]
    public async Task UploadAsync_When404StaysOnAFreshSession_OpensAnother()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(404));
        Service.Fail(FakeStep.Status, FakeFaults.Answer(404), times: 6);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(2, Service.Of(FakeStep.CreateSession).Count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(403)]
    [InlineData(401)]
    public async Task UploadAsync_WhenTheSessionIsLostLater_BeginsAgainInANewOne(int status)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(status), after: 2);
        Service.Fail(FakeStep.Status, FakeFaults.Answer(status));

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(2, Service.Of(FakeStep.CreateSession).Count);
        Assert.Equal([0, Unit, 2 * Unit, 3 * Unit, Length], _fixture.Progress.Select(progress => progress.BytesTransferred));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(401)]
    public async Task UploadAsync_WhenEverySessionIsLost_GivesUpAfterThree(int status)
    {
        Service.Fail(FakeStep.Status, FakeFaults.Answer(status), times: 100);
        for (var session = 0; session < 10; session++)
            Service.Fail(FakeStep.Fragment, FakeFaults.Answer(status), after: (session * 3) + 2);

        var failure = await Assert.ThrowsAnyAsync<OneDriveApiException>(() => _fixture.UploadAsync(Length));

        Assert.Equal(status, (int)failure.StatusCode);
        Assert.Equal(3, Service.Of(FakeStep.CreateSession).Count);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceFindsMalware_DoesNotTryAgain()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(403, null, ("X-Virus-Infected", "EICAR")), after: 3);

        await Assert.ThrowsAsync<MalwareDetectedException>(() => _fixture.UploadAsync(Length));

        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task UploadAsync_WhenAForwardOnlyStreamIsNeededAgain_SaysSoAndDoesNotOpenAnotherSession()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(403), after: 1);
        Service.Fail(FakeStep.Status, FakeFaults.Answer(403));

        var failure = await Assert.ThrowsAsync<UploadNotResumableException>(
            () => _fixture.UploadAsync(new GeneratedStream(Length) { IsSeekable = false }, new UploadOptions { ContentLength = Length }));

        Assert.IsType<OneDriveApiException>(failure.InnerException);
        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task UploadAsync_WhenAForwardOnlyStreamIsStillInItsFirstFragment_BeginsAgain()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(403));

        await _fixture.UploadAsync(new GeneratedStream(Length) { IsSeekable = false }, new UploadOptions { ContentLength = Length });

        _fixture.AssertUploaded(Length);
    }

    [Theory]
    [InlineData(ConflictBehavior.Fail)]
    [InlineData(ConflictBehavior.Replace)]
    [InlineData(ConflictBehavior.Rename)]
    public async Task UploadAsync_WhenTheLastAcknowledgementIsLost_FindsTheFileComplete(ConflictBehavior conflict)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);
        Service.Fail(FakeStep.GetItem, FakeFaults.Answer(404), times: 2);

        var result = await _fixture.UploadAsync(Length, new UploadOptions { Conflict = conflict });

        _fixture.AssertUploaded(Length);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Single(Service.Of(FakeStep.CreateSession));
        Assert.Equal(1, _fixture.Uploaded!.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"id":"item-1","na""")]
    [InlineData("<html>gateway</html>")]
    public async Task UploadAsync_WhenTheLastAnswerCannotBeRead_FindsTheFileComplete(string body)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.AnswerAfterWork(201, body), after: 3);

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task UploadAsync_WhenTheLastAcknowledgementIsLostAndTheServiceHasNoHashYet_GoesByWhatStoodThereBefore()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);
        Service.Fail(FakeStep.GetItem, FakeFaults.After(() => _fixture.Uploaded = _fixture.Uploaded! with { Hash = null }), after: 1);

        var result = await _fixture.UploadAsync(Length);

        Assert.Equal(ContentIntegrity.NotChecked, result.Integrity);
        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task UploadAsync_WhenTheSessionEndsAtTheLastFragmentWithoutAFile_BeginsAgain()
    {
        _fixture.Uploaded = new FakeItem("a.bin", new byte[Length]);
        Service.Fail(FakeStep.Fragment, _ =>
        {
            Service.Sessions.Clear();
            return FakeFaults.Response(500);
        }, after: 3);

        await _fixture.UploadAsync(Length, new UploadOptions { Conflict = ConflictBehavior.Replace });

        _fixture.AssertUploaded(Length);
        Assert.Equal(2, Service.Of(FakeStep.CreateSession).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenAnotherFileWithoutAHashIsAtTheDestination_DoesNotTakeItForItsOwn()
    {
        Service.Fail(FakeStep.Fragment, _ =>
        {
            Service.Sessions.Clear();
            var now = _fixture.Clock.GetUtcNow();
            _fixture.Uploaded = new FakeItem("a.bin", [1, 2, 3]) { Hash = null, Created = now, LastModified = now };
            return FakeFaults.Response(500);
        }, after: 3);

        await Assert.ThrowsAsync<ItemConflictException>(() => _fixture.UploadAsync(Length));
    }

    [Fact]
    public async Task UploadAsync_WhenTheFileOfALostAnswerTurnsUpAsAConflict_RecognisesIt()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);
        Service.Fail(FakeStep.GetItem, FakeFaults.Answer(404), after: 1, times: 9);
        Service.Fail(FakeStep.GetItem, FakeFaults.Answer(500));

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Equal(2, Service.Of(FakeStep.CreateSession).Count);
        Assert.Equal(1, _fixture.Uploaded!.Version);
    }
}
