using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>
/// Uploads that the service may put under a name of its choice, and whose last answer is lost: one file, found again, never a second copy.
/// </summary>
public sealed class LostRenamedUploadTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const int Length = (3 * Unit) + 17;

    private static readonly UploadOptions Renaming = new() { Conflict = ConflictBehavior.Rename };

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task UploadAsync_WhenTheLastAcknowledgementIsLost_FindsTheFileUnderItsNewName()
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content);
        Add("a 1.bin", Content, isNew: false);
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);

        var result = await _fixture.UploadAsync(Length, Renaming);

        Assert.Equal(("a 2.bin", ContentIntegrity.Verified), (result.Item.Name, result.Integrity));
        Assert.Equal(3, Service.Items.Count);
        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task UploadAsync_WhenOtherNewFilesAreInTheFolder_TakesNoneOfThemForItsOwn()
    {
        _fixture.Uploaded = new FakeItem("a.bin", [1]);
        Service.Fail(FakeStep.Fragment, work =>
        {
            work().Dispose();
            Add("b 1.bin", Content);
            Add("a 2.bin", new byte[Length]);
            Add("a 3.bin", [1]);
            Add("a x.bin", Content);
            return FakeFaults.Response(502);
        }, after: 3);

        var result = await _fixture.UploadAsync(Length, Renaming);

        Assert.Equal("a 1.bin", result.Item.Name);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceHasNoHashYet_GoesByNameLengthAndWhatWasThereBefore()
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content);
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);
        Service.Fail(FakeStep.ListChildren, FakeFaults.After(
            () => Service.Items[KeyOf("a 1.bin")] = Service.Items[KeyOf("a 1.bin")] with { Hash = null }), after: 1);

        var result = await _fixture.UploadAsync(Length, Renaming);

        Assert.Equal(("a 1.bin", ContentIntegrity.NotChecked), (result.Item.Name, result.Integrity));
    }

    [Fact]
    public async Task UploadAsync_WhenTheListIsLate_LooksAgain()
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content);
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);
        Service.Fail(FakeStep.ListChildren, FakeFaults.Answer(200, """{"value":[]}"""), after: 1, times: 2);

        Assert.Equal("a 1.bin", (await _fixture.UploadAsync(Length, Renaming)).Item.Name);
        Assert.Equal(2, Service.Items.Count);
    }

    [Fact]
    public async Task UploadAsync_WhenTheFileTurnsUpDuringTheSecondUpload_StopsBeforeItsLastFragment()
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content);
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);
        Service.Fail(FakeStep.ListChildren, FakeFaults.Answer(200, """{"value":[]}"""), after: 1, times: 9);

        var result = await _fixture.UploadAsync(Length, Renaming);

        Assert.Equal("a 1.bin", result.Item.Name);
        Assert.Equal(2, Service.Items.Count);
        Assert.Equal(2, Service.Of(FakeStep.CreateSession).Count);
        Assert.Empty(Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenTheSessionEndedWithoutAFile_BeginsAgain()
    {
        _fixture.Uploaded = new FakeItem("a.bin", [1]);
        Service.Fail(FakeStep.Fragment, _ =>
        {
            Service.Sessions.Clear();
            return FakeFaults.Response(500);
        }, after: 3);

        var result = await _fixture.UploadAsync(Length, Renaming);

        Assert.Equal(("a 1.bin", ContentIntegrity.Verified), (result.Item.Name, result.Integrity));
        Assert.Equal(2, Service.Items.Count);
    }

    [Fact]
    public async Task UploadAsync_WhenTheServiceMayHaveRewrittenTheFile_SaysThatNobodyCanTell()
    {
        var destination = DriveAddress.Me.Path("/a.docx");
        Service.Items[destination.ToString()] = new FakeItem("a.docx", [1]) { DriveType = "business" };
        Service.Fail(FakeStep.Fragment, work =>
        {
            work().Dispose();
            var key = DriveAddress.Me.Path("/a 1.docx").ToString();
            Service.Items[key] = Service.Items[key] with { Content = new byte[Length + 99], DriveType = "business" };
            return FakeFaults.Response(502);
        }, after: 3);

        var failure = await Assert.ThrowsAsync<OneDriveConnectionException>(() => _fixture.FinishAsync(
            () => _fixture.Uploads.UploadAsync(destination, new GeneratedStream(Length), Renaming, default)));

        Assert.False(failure.IsTransient);
        Assert.Equal(2, Service.Items.Count);
        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    [Fact]
    public async Task UploadAsync_WhenTheFolderMayNotBeListed_SaysThatNobodyCanTell()
    {
        _fixture.Uploaded = new FakeItem("a.bin", [1]);
        Service.Fail(FakeStep.Fragment, FakeFaults.LoseAnswer(), after: 3);
        Service.Fail(FakeStep.ListChildren, FakeFaults.Answer(403), times: 100);

        var failure = await Assert.ThrowsAsync<OneDriveConnectionException>(() => _fixture.UploadAsync(Length, Renaming));

        Assert.False(failure.IsTransient);
        Assert.IsType<OneDriveApiException>(failure.InnerException);
        Assert.Single(Service.Of(FakeStep.CreateSession));
    }

    private static byte[] Content => GeneratedStream.Bytes(0, Length);

    private static string KeyOf(string name) => DriveAddress.Me.Path("/" + name).ToString();

    private void Add(string name, byte[] content, bool isNew = true) => Service.Items[KeyOf(name)] = isNew
        ? new FakeItem(name, content) { Created = _fixture.Clock.GetUtcNow(), LastModified = _fixture.Clock.GetUtcNow() }
        : new FakeItem(name, content);
}
