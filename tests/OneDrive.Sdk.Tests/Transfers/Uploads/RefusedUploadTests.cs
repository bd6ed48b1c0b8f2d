using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Uploads that the service refuses when it has every byte: they can be finished otherwise without sending a byte again.</summary>
public sealed class RefusedUploadTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const int Length = (3 * Unit) + 17;

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(400)]
    [InlineData(403)]
    public async Task UploadAsync_WhenARefusalOfTheEndHasNoReason_CommitsAtOnce(int status)
    {
        Service.RefusalOfNextCommit = status;

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        AssertNothingSentAgain();
    }

    [Fact]
    public async Task UploadAsync_WhenTheEndIsRefused_CanBeRunAgainWithoutSendingAByte()
    {
        Service.RefusalOfNextCommit = 507;
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(Length, Options()));

        var result = await _fixture.UploadAsync(Length, Options());

        _fixture.AssertUploaded(Length);
        Assert.Equal((Length, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        AssertNothingSentAgain();
    }

    [Fact]
    public async Task UploadAsync_ToAnotherName_AfterAConflict_SendsNothingAgain()
    {
        await RunIntoConflictAsync();

        var result = await _fixture.FinishAsync(
            () => _fixture.Uploads.UploadAsync(DriveAddress.Me.Path("/b.bin"), new GeneratedStream(Length), Options(), default));

        Assert.Equal(("b.bin", ContentIntegrity.Verified), (result.Item.Name, result.Integrity));
        Assert.Equal([1], _fixture.Uploaded!.Content);
        AssertNothingSentAgain();
    }

    [Theory]
    [InlineData(ConflictBehavior.Rename, "a 1.bin", 2)]
    [InlineData(ConflictBehavior.Replace, "a.bin", 1)]
    public async Task UploadAsync_WithAnotherBehaviour_AfterAConflict_SendsNothingAgain(ConflictBehavior conflict, string name, int files)
    {
        await RunIntoConflictAsync();

        var result = await _fixture.UploadAsync(Length, Options(conflict));

        Assert.Equal((name, files), (result.Item.Name, Service.Items.Count));
        AssertNothingSentAgain();
    }

    [Fact]
    public async Task UploadAsync_OfOtherContent_AfterAConflict_BeginsAgain()
    {
        await RunIntoConflictAsync();
        Service.Items.Clear();

        var result = await _fixture.UploadAsync(new MemoryStream(GeneratedStream.Bytes(5, Length)), Options());

        Assert.False(result.Resumed);
        Assert.Equal(GeneratedStream.Bytes(5, Length), _fixture.Uploaded!.Content);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTheNameIsStillTaken_KeepsTheBytes()
    {
        await RunIntoConflictAsync();

        await Assert.ThrowsAsync<ItemConflictException>(() => _fixture.UploadAsync(Length, Options()));

        Assert.Single(Service.Sessions);
        Assert.NotNull(await _fixture.Store.FindAsync("key"));
        AssertNothingSentAgain(files: 1, sessions: 1);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceOffersNoCommit_SendsTheContentAgain()
    {
        await RunIntoConflictAsync();
        Service.Fail(FakeStep.CommitItem, FakeFaults.Answer(405));

        var result = await _fixture.UploadAsync(Length, Options(ConflictBehavior.Replace));

        _fixture.AssertUploaded(Length);
        Assert.False(result.Resumed);
        Assert.Empty(Service.Sessions);
    }

    [Theory]
    [InlineData(ConflictBehavior.Rename, "a 1.bin")]
    [InlineData(ConflictBehavior.Replace, "a.bin")]
    public async Task UploadAsync_WhenAConflictMeetsACallerWhoDoesNotMind_CommitsAtOnce(ConflictBehavior conflict, string name)
    {
        _fixture.Uploaded = new FakeItem("a.bin", [1]);
        Service.RefusalOfNextCommit = 409;

        var result = await _fixture.UploadAsync(Length, new UploadOptions { Conflict = conflict });

        Assert.Equal(name, result.Item.Name);
        Assert.Empty(Service.Sessions);
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("broken")]
    [InlineData("503")]
    [InlineData("404")]
    [InlineData("malformed")]
    public async Task UploadAsync_WhenTheAnswerToTheCommitIsLost_MakesOneFile(string fault)
    {
        await RunIntoConflictAsync();
        Service.Fail(FakeStep.CommitItem, CommitFault(fault));

        var result = await _fixture.UploadAsync(Length, Options(ConflictBehavior.Rename));

        Assert.Equal(("a 1.bin", ContentIntegrity.Verified), (result.Item.Name, result.Integrity));
        AssertNothingSentAgain();
    }

    [Fact]
    public async Task UploadAsync_WhenEverythingIsThereAndTheServiceForgetsToMakeTheFile_CommitsIt()
    {
        Service.RefusalOfNextCommit = 504;

        await _fixture.UploadAsync(Length);

        _fixture.AssertUploaded(Length);
        Assert.Single(Service.Of(FakeStep.CommitItem));
        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task CommitUploadAsync_AfterAConflict_NeedsNoContent()
    {
        await RunIntoConflictAsync();

        var result = await _fixture.CommitAsync("key", new CommitUploadOptions { Destination = DriveAddress.Me.Path("/c.bin") });

        Assert.Equal(("c.bin", ContentIntegrity.Verified), (result.Item.Name, result.Integrity));
        AssertNothingSentAgain();
    }

    internal static FakeFault CommitFault(string fault) => fault switch
    {
        "lost" => FakeFaults.LoseAnswer(),
        "broken" => FakeFaults.Break(),
        "malformed" => FakeFaults.AnswerAfterWork(201, "{\"id\":"),
        _ => FakeFaults.Answer(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static UploadOptions Options(ConflictBehavior conflict = ConflictBehavior.Fail) =>
        new() { ResumeKey = "key", Conflict = conflict };

    private async Task RunIntoConflictAsync()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.After(() => _fixture.Uploaded = new FakeItem("a.bin", [1])), after: 3);
        await Assert.ThrowsAsync<ItemConflictException>(() => _fixture.UploadAsync(Length, Options()));
        Assert.Equal(GeneratedStream.HashOf(Length), (await _fixture.Store.FindAsync("key"))!.ContentHash);
    }

    private void AssertNothingSentAgain(int? files = null, int sessions = 0)
    {
        Assert.Equal(4, Service.Of(FakeStep.Fragment).Count);
        Assert.Single(Service.Of(FakeStep.CreateSession));
        Assert.Equal(sessions, Service.Sessions.Count);
        Assert.Equal(files ?? Service.Items.Count, Service.Items.Count);
        _fixture.AssertNoToken();
    }
}
