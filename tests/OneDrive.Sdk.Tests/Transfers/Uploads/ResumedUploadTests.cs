using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Uploads with a resume key, broken off by one engine and continued by another.</summary>
public sealed class ResumedUploadTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const long Length = (3 * Unit) + 17;

    private static readonly UploadOptions WithKey = new() { ResumeKey = "key" };

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UploadAsync_WithTheSameKey_GoesOnFromTheLastAcknowledgedByte(bool isSeekable)
    {
        await BreakOffAsync();
        var before = Service.Of(FakeStep.Fragment).Count;

        var result = await _fixture.UploadAsync(
            new GeneratedStream(Length) { IsSeekable = isSeekable },
            new UploadOptions { ResumeKey = "key", ContentLength = Length, Progress = _fixture.ListProgress() });

        _fixture.AssertUploaded(Length);
        Assert.Equal((true, 2 * Unit, ContentIntegrity.Verified), (result.Resumed, result.ResumedFrom, result.Integrity));
        Assert.Equal(2, Service.Of(FakeStep.Fragment).Count - before);
        Assert.Equal([2 * Unit, 3 * Unit, Length], _fixture.Progress.Select(progress => progress.BytesTransferred));
        Assert.Empty(await _fixture.Store.ListAsync());
        Assert.True(await _fixture.Store.TryAcquireAsync("key", "somebody else", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task UploadAsync_WithTheSameKey_HashesWhatTheServiceHasAlready()
    {
        await BreakOffAsync();
        Assert.Single(Service.Sessions).Value.Received[7] ^= 1;

        await Assert.ThrowsAsync<ContentVerificationException>(() => _fixture.UploadAsync(Length, WithKey));
    }

    [Fact]
    public async Task UploadAsync_WithoutAFailure_LeavesNoRecord()
    {
        await _fixture.UploadAsync(Length, WithKey);

        Assert.Empty(await _fixture.Store.ListAsync());
    }

    [Fact]
    public async Task UploadAsync_WhenCancelled_KeepsTheSession()
    {
        using var source = new CancellationTokenSource();
        Service.Fail(FakeStep.Fragment, FakeFaults.After(source.Cancel), after: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.UploadAsync(Length, WithKey, source.Token));

        Assert.True((await _fixture.UploadAsync(Length, WithKey)).Resumed);
        _fixture.AssertUploaded(Length);
    }

    [Fact]
    public async Task UploadAsync_WhenTheContentIsAnother_BeginsAgainAndEndsTheOldSession()
    {
        await BreakOffAsync(new UploadOptions { ResumeKey = "key", SourceFingerprint = "monday" });

        var result = await _fixture.UploadAsync(Length, new UploadOptions { ResumeKey = "key", SourceFingerprint = "tuesday" });

        AssertBegunAgain(result, Length);
    }

    [Fact]
    public async Task UploadAsync_WhenTheLengthIsAnother_BeginsAgainAndEndsTheOldSession()
    {
        await BreakOffAsync();

        AssertBegunAgain(await _fixture.UploadAsync(Length + 1, WithKey), Length + 1);
    }

    [Fact]
    public async Task UploadAsync_WhenTheDestinationIsAnother_BeginsAgainAndEndsTheOldSession()
    {
        await BreakOffAsync();

        var result = await _fixture.FinishAsync(
            () => _fixture.Uploads.UploadAsync(DriveAddress.Me.Path("/b.bin"), new GeneratedStream(Length), WithKey, default));

        Assert.False(result.Resumed);
        Assert.Equal("b.bin", result.Item.Name);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTheConflictBehaviourIsAnother_BeginsAgainAndEndsTheOldSession()
    {
        await BreakOffAsync();

        AssertBegunAgain(
            await _fixture.UploadAsync(Length, new UploadOptions { ResumeKey = "key", Conflict = ConflictBehavior.Replace }), Length);
    }

    [Fact]
    public async Task UploadAsync_WhenTheContentHasBecomeSmall_EndsTheOldSession()
    {
        await BreakOffAsync();

        AssertBegunAgain(await _fixture.UploadAsync(10, WithKey), 10);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(401)]
    public async Task UploadAsync_WhenTheSessionIsOver_BeginsAgain(int status)
    {
        await BreakOffAsync();
        Service.Fail(FakeStep.Status, FakeFaults.Answer(status));

        var result = await _fixture.UploadAsync(Length, WithKey);

        _fixture.AssertUploaded(Length);
        Assert.False(result.Resumed);
        Assert.Empty(await _fixture.Store.ListAsync());
    }

    [Fact]
    public async Task UploadAsync_WhenTheEarlierCallHadCompletedTheFile_SendsNothing()
    {
        await BreakOffAsync();
        var record = (await _fixture.Store.FindAsync("key"))!;
        await _fixture.UploadAsync(Length, WithKey);
        Assert.True(await _fixture.Store.TrySaveAsync(record, 0));
        var before = Service.Of(FakeStep.Fragment).Count;

        var result = await _fixture.UploadAsync(Length, WithKey);

        _fixture.AssertUploaded(Length);
        Assert.Equal(before, Service.Of(FakeStep.Fragment).Count);
        Assert.Equal((Length, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        Assert.Empty(await _fixture.Store.ListAsync());
    }

    [Fact]
    public async Task UploadAsync_WhenTheSessionHasEverythingButNoFile_BeginsAgain()
    {
        await BreakOffAsync();
        Service.Fail(FakeStep.Status, FakeFaults.Answer(200, """{"nextExpectedRanges":[]}"""));

        AssertBegunAgain(await _fixture.UploadAsync(Length, WithKey), Length);
    }

    [Fact]
    public async Task UploadAsync_WhenTheStatusIsNotToBeHadAtFirst_AsksAgain()
    {
        await BreakOffAsync();
        Service.Fail(FakeStep.Status, FakeFaults.Break());
        Service.Fail(FakeStep.Status, FakeFaults.Answer(429, null, ("Retry-After", "3")));

        Assert.Equal(2 * Unit, (await _fixture.UploadAsync(Length, WithKey)).ResumedFrom);
        _fixture.AssertUploaded(Length);
    }

    [Fact]
    public async Task UploadAsync_WhenTheConflictAtTheEndIsResolved_CanBeRunAgain()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.After(() => _fixture.Uploaded = new FakeItem("a.bin", [1])), after: 3);
        await Assert.ThrowsAsync<ItemConflictException>(() => _fixture.UploadAsync(Length, WithKey));
        Assert.NotNull(await _fixture.Store.FindAsync("key"));
        Service.Items.Clear();

        var result = await _fixture.UploadAsync(Length, WithKey);

        _fixture.AssertUploaded(Length);
        Assert.Equal((Length, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
        Assert.Empty(await _fixture.Store.ListAsync());
    }

    [Fact]
    public async Task UploadAsync_WhenAnotherWorkerIsAtIt_LeavesItAlone()
    {
        Assert.True(await _fixture.Store.TryAcquireAsync("key", "another", TimeSpan.FromMinutes(1)));

        var failure = await Assert.ThrowsAsync<OneDriveException>(() => _fixture.UploadAsync(Length, WithKey));

        Assert.True(failure.IsTransient);
        Assert.Empty(Service.Exchanges);
    }

    [Fact]
    public async Task UploadAsync_WhenItsRightWasTakenOverMeanwhile_Stops()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.After(() =>
        {
            _fixture.Clock.Advance(TimeSpan.FromMinutes(11));
            Assert.True(_fixture.Store.TryAcquireAsync("key", "another", TimeSpan.FromHours(1)).Result);
        }));

        await Assert.ThrowsAsync<OneDriveException>(() => _fixture.UploadAsync(Length, WithKey));

        Assert.Single(Service.Of(FakeStep.Fragment));
        Assert.Single(Service.Sessions);
    }

    [Fact]
    public async Task UploadFileAsync_WhenTheFileChangedMeanwhile_BeginsAgain()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["a.bin"];
        await File.WriteAllBytesAsync(path, new byte[Length]);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 2);
        await Assert.ThrowsAsync<QuotaExceededException>(() => UploadFileAsync(path));
        await File.WriteAllBytesAsync(path, GeneratedStream.Bytes(0, (int)Length));

        AssertBegunAgain(await UploadFileAsync(path), Length);
    }

    [Fact]
    public async Task UploadFileAsync_WhenTheFileIsTheSame_GoesOn()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["a.bin"];
        await File.WriteAllBytesAsync(path, GeneratedStream.Bytes(0, (int)Length));
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 2);
        await Assert.ThrowsAsync<QuotaExceededException>(() => UploadFileAsync(path));

        Assert.Equal(2 * Unit, (await UploadFileAsync(path)).ResumedFrom);
        _fixture.AssertUploaded(Length);
    }

    private Task<UploadResult> UploadFileAsync(string path) =>
        _fixture.FinishAsync(() => _fixture.Uploads.UploadFileAsync(TransferFixture.Destination, path, WithKey, default));

    private async Task BreakOffAsync(UploadOptions? options = null)
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 2);
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(Length, options ?? WithKey));
        Assert.Equal(2 * Unit, Assert.Single(Service.Sessions).Value.Received.Count);
    }

    private void AssertBegunAgain(UploadResult result, long length)
    {
        _fixture.AssertUploaded(length);
        Assert.False(result.Resumed);
        Assert.Empty(Service.Sessions);
    }
}
