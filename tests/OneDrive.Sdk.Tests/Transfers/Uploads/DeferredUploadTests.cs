using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Uploads whose file is made later, by a call of its own, in both editions of the service.</summary>
public sealed class DeferredUploadTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const int Length = (3 * Unit) + 17;

    private static readonly UploadOptions Deferred = new() { ResumeKey = "key", DeferCommit = true };

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("business")]
    [InlineData("documentLibrary")]
    [InlineData("personal")]
    public async Task CommitUploadAsync_MakesTheFileInTheWayOfTheDrive(string driveType)
    {
        Service.DriveType = driveType;
        var upload = await _fixture.UploadAsync(Length, Deferred);
        Assert.Null(_fixture.Uploaded);

        var commit = await _fixture.CommitAsync("key");

        _fixture.AssertUploaded(Length);
        Assert.Single(Service.Of(driveType == "personal" ? FakeStep.CommitItem : FakeStep.Commit));
        Assert.Equal((false, true), (upload.IsCommitted, commit.IsCommitted));
        Assert.Equal((Length, ContentIntegrity.Verified), (commit.ResumedFrom, commit.Integrity));
        Assert.Empty(await _fixture.Store.ListAsync());
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_UntilItIsCommitted_HasNoItemAndIsListed()
    {
        var result = await _fixture.UploadAsync(Length, Deferred);

        Assert.Throws<InvalidOperationException>(() => result.Item);
        Assert.Equal(ContentIntegrity.NotChecked, result.Integrity);
        var pending = Assert.Single(await _fixture.Pending.ListAsync(default));
        Assert.Equal((true, true), (pending.DeferCommit, pending.IsComplete));
        Assert.Empty(Service.Of(FakeStep.Cancel));
    }

    [Fact]
    public async Task UploadAsync_OfSmallContent_GoesThroughASession()
    {
        await _fixture.UploadAsync(10, Deferred);

        Assert.Single(Service.Of(FakeStep.CreateSession));
        Assert.Equal("a.bin", (await _fixture.CommitAsync("key")).Item.Name);
    }

    [Fact]
    public async Task UploadAsync_OfEmptyContent_IsRefusedBeforeAnyRequest()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _fixture.UploadAsync(0, Deferred));

        Assert.Empty(Service.Exchanges);
    }

    [Fact]
    public async Task UploadAsync_WithoutAKey_IsRefusedBeforeAnyRequest()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _fixture.UploadAsync(Length, new UploadOptions { DeferCommit = true }));

        Assert.Empty(Service.Exchanges);
    }

    [Fact]
    public async Task UploadAsync_BrokenOffAndResumed_IsStillDeferred()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 2);
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(Length, Deferred));

        var result = await _fixture.UploadAsync(Length, Deferred);

        Assert.Equal((2 * Unit, false), (result.ResumedFrom, result.IsCommitted));
        Assert.Null(_fixture.Uploaded);
    }

    [Fact]
    public async Task UploadAsync_AgainWhenEverythingIsThere_SendsNothing()
    {
        await _fixture.UploadAsync(Length, Deferred);
        var before = Service.Of(FakeStep.Fragment).Count;

        var result = await _fixture.UploadAsync(Length, Deferred);

        Assert.Equal((Length, false), (result.ResumedFrom, result.IsCommitted));
        Assert.Equal(before, Service.Of(FakeStep.Fragment).Count);
    }

    [Fact]
    public async Task UploadAsync_AgainWithoutDeferring_CommitsAndSendsNothing()
    {
        await _fixture.UploadAsync(Length, Deferred);

        var result = await _fixture.UploadAsync(Length, new UploadOptions { ResumeKey = "key" });

        _fixture.AssertUploaded(Length);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenTheLastAcknowledgementIsLost_IsDeferredAllTheSame()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);

        Assert.False((await _fixture.UploadAsync(Length, Deferred)).IsCommitted);
        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceDoesNotDefer_HasTheFile()
    {
        Service.Fail(FakeStep.CreateSession, work =>
        {
            var answer = work();
            var session = Assert.Single(Service.Sessions);
            Service.Sessions[session.Key] = new FakeSession(session.Value.File, session.Value.Conflict);
            return answer;
        });

        var result = await _fixture.UploadAsync(Length, Deferred);

        Assert.True(result.IsCommitted);
        _fixture.AssertUploaded(Length);
        Assert.Empty(await _fixture.Store.ListAsync());
    }

    [Theory]
    [InlineData("business", "lost")]
    [InlineData("business", "broken")]
    [InlineData("business", "malformed")]
    [InlineData("business", "429")]
    [InlineData("business", "503")]
    [InlineData("personal", "lost")]
    [InlineData("personal", "broken")]
    [InlineData("personal", "malformed")]
    [InlineData("personal", "429")]
    [InlineData("personal", "503")]
    [InlineData("personal", "404")]
    public async Task CommitUploadAsync_WhenItsAnswerIsLost_MakesOneFile(string driveType, string fault)
    {
        Service.DriveType = driveType;
        _fixture.Uploaded = new FakeItem("a.bin", [1]);
        await _fixture.UploadAsync(
            Length, new UploadOptions { ResumeKey = "key", DeferCommit = true, Conflict = ConflictBehavior.Rename });
        Service.Fail(driveType == "personal" ? FakeStep.CommitItem : FakeStep.Commit, RefusedUploadTests.CommitFault(fault));

        var result = await _fixture.CommitAsync("key");

        Assert.Equal(("a 1.bin", ContentIntegrity.Verified), (result.Item.Name, result.Integrity));
        Assert.Equal(2, Service.Items.Count);
        Assert.Empty(await _fixture.Store.ListAsync());
    }

    [Fact]
    public async Task CommitUploadAsync_WhenAnEarlierProcessCommitted_FindsTheFile()
    {
        await _fixture.UploadAsync(Length, Deferred);
        var record = (await _fixture.Store.FindAsync("key"))!;
        await _fixture.CommitAsync("key");
        Assert.True(await _fixture.Store.TrySaveAsync(record, 0));

        var result = await _fixture.CommitAsync("key");

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Single(Service.Items);
    }

    [Fact]
    public async Task CommitUploadAsync_OnAConflict_KeepsTheBytesForAnotherName()
    {
        await _fixture.UploadAsync(Length, Deferred);
        _fixture.Uploaded = new FakeItem("a.bin", [1]);

        await Assert.ThrowsAsync<ItemConflictException>(() => _fixture.CommitAsync("key"));
        var result = await _fixture.CommitAsync("key", new CommitUploadOptions { Conflict = ConflictBehavior.Rename });

        Assert.Equal("a 1.bin", result.Item.Name);
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
    }

    [Theory]
    [InlineData(null, "etag", "a.bin")]
    [InlineData("/b.bin", null, "b.bin")]
    public async Task CommitUploadAsync_KeepsTheConditionsForTheirOwnPlaceOnly(string? destination, string? expected, string name)
    {
        Service.DriveType = "personal";
        await _fixture.UploadAsync(
            Length, new UploadOptions { ResumeKey = "key", DeferCommit = true, IfMatch = "etag", Description = "words" });

        var result = await _fixture.CommitAsync(
            "key", new CommitUploadOptions { Destination = destination is null ? null : DriveAddress.Me.Path(destination) });

        var commit = Assert.Single(Service.Of(FakeStep.CommitItem));
        Assert.Equal((name, expected), (result.Item.Name, commit.Header("If-Match")));
        Assert.Contains("\"description\":\"words\"", System.Text.Encoding.UTF8.GetString(commit.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommitUploadAsync_WhileBytesAreMissing_SaysFromWhere()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 2);
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(Length, Deferred));

        var failure = await Assert.ThrowsAsync<OneDriveException>(() => _fixture.CommitAsync("key"));

        Assert.Contains($"from {2 * Unit} on", failure.Message, StringComparison.Ordinal);
        Assert.Single(Service.Sessions);
        Assert.NotNull(await _fixture.Store.FindAsync("key"));
    }

    [Fact]
    public async Task CommitUploadAsync_WhenTheSessionIsOver_SaysSo()
    {
        await _fixture.UploadAsync(Length, Deferred);
        Service.Sessions.Clear();

        await Assert.ThrowsAsync<UploadNotResumableException>(() => _fixture.CommitAsync("key"));
    }

    [Fact]
    public async Task CommitUploadAsync_WhenThereIsNoSuchUpload_SaysSo()
    {
        await Assert.ThrowsAsync<UploadNotResumableException>(() => _fixture.CommitAsync("key"));

        Assert.Empty(Service.Exchanges);
        Assert.True(await _fixture.Store.TryAcquireAsync("key", "somebody else", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task CommitUploadAsync_WhenItsRightWasTakenOverMeanwhile_Stops()
    {
        await _fixture.UploadAsync(Length, Deferred);
        Service.Fail(FakeStep.Commit, work =>
        {
            _fixture.Clock.Advance(TimeSpan.FromMinutes(11));
            Assert.True(_fixture.Store.TryAcquireAsync("key", "another", TimeSpan.FromHours(1)).Result);
            return FakeFaults.Response(500);
        });

        await Assert.ThrowsAsync<OneDriveException>(() => _fixture.CommitAsync("key"));

        Assert.Single(Service.Of(FakeStep.Commit));
        Assert.Single(Service.Sessions);
    }

    [Fact]
    public async Task CommitUploadAsync_WhenTheServiceHoldsOtherBytes_Throws()
    {
        await _fixture.UploadAsync(Length, Deferred);
        Assert.Single(Service.Sessions).Value.Received[5] ^= 1;

        await Assert.ThrowsAsync<ContentVerificationException>(() => _fixture.CommitAsync("key"));
    }

    [Fact]
    public async Task CommitUploadAsync_WhileAnotherWorkerIsAtIt_LeavesItAlone()
    {
        await _fixture.UploadAsync(Length, Deferred);
        Assert.True(await _fixture.Store.TryAcquireAsync("key", "another", TimeSpan.FromMinutes(1)));

        Assert.True((await Assert.ThrowsAsync<OneDriveException>(() => _fixture.CommitAsync("key"))).IsTransient);
        Assert.Empty(Service.Of(FakeStep.Commit));
    }

    [Fact]
    public async Task CancelUploadAsync_EndsADeferredUpload()
    {
        await _fixture.UploadAsync(Length, Deferred);

        Assert.True(await _fixture.Pending.CancelAsync("key", default));

        Assert.Empty(Service.Sessions);
        Assert.Empty(await _fixture.Store.ListAsync());
    }
}
