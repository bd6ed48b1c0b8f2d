using System.Text.Json;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Small content, which goes in one request.</summary>
public sealed class SingleRequestUploadTests : IDisposable
{
    private const int Limit = 1000;

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(Limit, true)]
    [InlineData(Limit + 1, false)]
    public async Task UploadAsync_UsesOneRequestUpToTheLimit(int length, bool isSingle)
    {
        var result = await _fixture.UploadAsync(length);

        _fixture.AssertUploaded(length);
        Assert.Equal(
            isSingle ? [FakeStep.PutContent] : [FakeStep.GetItem, FakeStep.CreateSession, FakeStep.Fragment],
            Service.Exchanges.Select(exchange => exchange.Step));
        Assert.Equal(length, _fixture.Progress[^1].BytesTransferred);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Limit)]
    [InlineData(Limit + 1)]
    [InlineData(TransferFixture.Unit)]
    public async Task UploadAsync_WhenTheStreamCannotTellItsLength_LooksAhead(int length)
    {
        await _fixture.UploadAsync(new GeneratedStream(length) { IsSeekable = false, LongestRead = 77 });

        _fixture.AssertUploaded(length);
    }

    [Fact]
    public async Task UploadAsync_WhenASingleRequestLimitOfZero_StillSendsEmptyContentInOneRequest()
    {
        using var fixture = new TransferFixture(options => options.Transfers.SingleRequestLimit = 0);

        await fixture.UploadAsync(0);
        Assert.Equal([FakeStep.PutContent], fixture.Service.Exchanges.Select(exchange => exchange.Step));

        await fixture.UploadAsync(1, new UploadOptions { Conflict = ConflictBehavior.Replace });
        fixture.AssertUploaded(1);
        Assert.Single(fixture.Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task UploadAsync_WhenTheNameIsTaken_ThrowsAndLeavesTheOtherFileAlone()
    {
        _fixture.Uploaded = new FakeItem("a.bin", GeneratedStream.Bytes(0, 10));

        await Assert.ThrowsAsync<ItemConflictException>(() => _fixture.UploadAsync(10));

        Assert.Equal(1, _fixture.Uploaded.Version);
        Assert.Single(Service.Exchanges);
    }

    [Theory]
    [InlineData(ConflictBehavior.Fail)]
    [InlineData(ConflictBehavior.Replace)]
    public async Task UploadAsync_WhenTheAnswerIsLost_MakesOneFile(ConflictBehavior conflict)
    {
        Service.Fail(FakeStep.PutContent, FakeFaults.LoseAnswer());

        var result = await _fixture.UploadAsync(10, new UploadOptions { Conflict = conflict });

        _fixture.AssertUploaded(10);
        Assert.Single(Service.Items);
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
    }

    [Fact]
    public async Task UploadAsync_WhenTheAnswerIsLostAndTheNameBelongsToOtherContent_Throws()
    {
        Service.Fail(FakeStep.PutContent, FakeFaults.Answer(500));
        _fixture.Uploaded = new FakeItem("a.bin", new byte[10]);

        await Assert.ThrowsAsync<ItemConflictException>(() => _fixture.UploadAsync(10));
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceRenamesAndTheAnswerIsLost_FindsTheFileAndMakesNoSecond()
    {
        Service.Fail(FakeStep.PutContent, FakeFaults.LoseAnswer());

        await _fixture.UploadAsync(10, new UploadOptions { Conflict = ConflictBehavior.Rename });

        Assert.Single(Service.Of(FakeStep.PutContent));
        Assert.Single(Service.Items);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceRenamedAndTheAnswerIsLost_FindsTheFileUnderItsNewName()
    {
        _fixture.Uploaded = new FakeItem("a.bin", GeneratedStream.Bytes(0, 10));
        Service.Fail(FakeStep.PutContent, FakeFaults.LoseAnswer());

        var result = await _fixture.UploadAsync(10, new UploadOptions { Conflict = ConflictBehavior.Rename });

        Assert.Equal(("a 1.bin", ContentIntegrity.Verified), (result.Item.Name, result.Integrity));
        Assert.Single(Service.Of(FakeStep.PutContent));
        Assert.Equal(2, Service.Items.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task UploadAsync_WhenTheServiceRenamesAndDoesNothing_SendsAgainOnceTheFileIsNowhere(int status)
    {
        Service.Fail(FakeStep.PutContent, status == 0 ? FakeFaults.Break() : FakeFaults.Answer(status), times: 2);

        await _fixture.UploadAsync(10, new UploadOptions { Conflict = ConflictBehavior.Rename });

        _fixture.AssertUploaded(10);
        Assert.Equal(3, Service.Of(FakeStep.PutContent).Count);
        Assert.Single(Service.Items);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceRenamesAndNeverAnswers_GivesUpAfterItsAttempts()
    {
        Service.Fail(FakeStep.PutContent, FakeFaults.Answer(500), times: 100);

        await Assert.ThrowsAsync<OneDriveApiException>(
            () => _fixture.UploadAsync(10, new UploadOptions { Conflict = ConflictBehavior.Rename }));

        Assert.Equal(6, Service.Of(FakeStep.PutContent).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenTheFileOfALostAnswerMeetsItsOwnCondition_RecognisesIt()
    {
        Service.Fail(FakeStep.PutContent, FakeFaults.LoseAnswer());
        Service.Fail(FakeStep.PutContent, FakeFaults.Answer(412));

        var result = await _fixture.UploadAsync(10, new UploadOptions { IfNoneMatch = "*" });

        Assert.Equal(ContentIntegrity.Verified, result.Integrity);
        Assert.Equal(2, Service.Of(FakeStep.PutContent).Count);
    }

    [Fact]
    public async Task UploadAsync_WhenTheAnswerCannotBeRead_FindsTheFile()
    {
        Service.Fail(FakeStep.PutContent, FakeFaults.AnswerAfterWork(201, "{\"id\":"));

        await _fixture.UploadAsync(10);

        _fixture.AssertUploaded(10);
        Assert.Equal(1, _fixture.Uploaded!.Version);
    }

    [Fact]
    public async Task UploadAsync_WhenTheParentIsNotYetKnown_SendsTheSameBytesAgain()
    {
        Service.Fail(FakeStep.PutContent, FakeFaults.Answer(404), times: 2);

        await _fixture.UploadAsync(10);

        _fixture.AssertUploaded(10);
        Assert.All(Service.Of(FakeStep.PutContent), exchange => Assert.Equal(GeneratedStream.Bytes(0, 10), exchange.Body));
    }

    [Fact]
    public async Task UploadAsync_WhenTheContentIsSmallAndHasTimes_SendsThemInOneSession()
    {
        await _fixture.UploadAsync(
            10, new UploadOptions { Description = "text", Times = new FileSystemTimes { LastModified = DateTimeOffset.UnixEpoch } });

        _fixture.AssertUploaded(10);
        using var body = JsonDocument.Parse(Assert.Single(Service.Of(FakeStep.CreateSession)).Body);
        Assert.Equal(
            "1970-01-01T00:00:00Z",
            body.RootElement.GetProperty("item").GetProperty("fileSystemInfo").GetProperty("lastModifiedDateTime").GetString());
        Assert.Equal(1, _fixture.Uploaded!.Version);
    }

    [Fact]
    public async Task UploadAsync_WhenTheContentIsEmptyAndHasTimes_SetsThemAfterwardsWithPatience()
    {
        var item = TransferFixture.Destination.ToString();
        Service.Items["drives/d1/items/item-2"] = new FakeItem("a.bin", []);
        Service.Fail(FakeStep.PatchItem, FakeFaults.Answer(404));
        Service.Fail(FakeStep.PatchItem, FakeFaults.Answer(502));

        var result = await _fixture.UploadAsync(
            0, new UploadOptions { Times = new FileSystemTimes { Created = DateTimeOffset.UnixEpoch } });

        Assert.Equal(3, Service.Of(FakeStep.PatchItem).Count);
        Assert.Equal("a.bin", result.Item.Name);
        Assert.Contains(item, Service.Items.Keys);
    }

    [Fact]
    public async Task UploadAsync_WithACondition_SendsItAsItWasReceived()
    {
        await _fixture.UploadAsync(10, new UploadOptions { IfMatch = "aOXqKEF.2" });
        await _fixture.UploadAsync(Limit + 1, new UploadOptions { IfMatch = "\"{GUID},2\"", Conflict = ConflictBehavior.Replace });
        await _fixture.UploadAsync(10, new UploadOptions { IfNoneMatch = "*", Conflict = ConflictBehavior.Replace });
        await _fixture.UploadAsync(Limit + 1, new UploadOptions { IfNoneMatch = "c:1", Conflict = ConflictBehavior.Replace });

        Assert.Equal(["aOXqKEF.2", null], Service.Of(FakeStep.PutContent).Select(exchange => exchange.Header("If-Match")));
        Assert.Equal([null, "*"], Service.Of(FakeStep.PutContent).Select(exchange => exchange.Header("If-None-Match")));
        Assert.Equal(["\"{GUID},2\"", null], Service.Of(FakeStep.CreateSession).Select(exchange => exchange.Header("If-Match")));
        Assert.Equal([null, "c:1"], Service.Of(FakeStep.CreateSession).Select(exchange => exchange.Header("If-None-Match")));
    }
}
