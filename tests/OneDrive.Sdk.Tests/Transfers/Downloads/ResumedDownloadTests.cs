using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Downloads to a path that go on with what an earlier call left there.</summary>
public sealed class ResumedDownloadTests : IDisposable
{
    private const int Cut = 60_000;
    private const string Partial = "a.bin" + WorkingName.Partial;
    private const string Journal = "a.bin" + WorkingName.Journal;

    private static readonly byte[] Content = GeneratedStream.Bytes(0, 100_000);

    private readonly TransferFixture _fixture = new();
    private readonly TemporaryDirectory _directory = new();

    public ResumedDownloadTests() => _fixture.Uploaded = new FakeItem("a.bin", Content);

    private FakeService Service => _fixture.Service;

    public void Dispose()
    {
        _fixture.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task DownloadFileAsync_AfterTheConnectionWasLostForTooLong_GoesOnFromTheNextByte()
    {
        await BreakOffAsync();

        var result = await DownloadAsync();

        Assert.Equal((Cut, true, ContentIntegrity.Verified), (result.ResumedFrom, result.Resumed, result.Integrity));
        Assert.Equal(("bytes=60000-", "\"bytes-1\""), (LastBytes.Header("Range"), LastBytes.Header("If-Range")));
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_AfterACancellation_GoesOnFromTheNextByte()
    {
        using var source = new CancellationTokenSource();
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(Cut));
        Service.Fail(FakeStep.Bytes, FakeFaults.After(source.Cancel), after: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DownloadAsync(cancellationToken: source.Token));

        Assert.Equal(Cut, (await DownloadAsync()).ResumedFrom);
        AssertComplete(Content);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(507)]
    public async Task DownloadFileAsync_AfterARefusal_GoesOnFromTheNextByte(int status)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(Cut));
        Service.Fail(FakeStep.Bytes, FakeFaults.Answer(status), after: 1);
        var failure = await Assert.ThrowsAnyAsync<OneDriveApiException>(() => DownloadAsync());

        Assert.Equal(status, (int)failure.StatusCode);
        Assert.Equal(Cut, (await DownloadAsync()).ResumedFrom);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheFileChangedMeanwhile_BeginsAgain()
    {
        await BreakOffAsync();
        var newer = GeneratedStream.Bytes(7, Content.Length);
        _fixture.Uploaded = new FakeItem("a.bin", newer) { Version = 2 };

        Assert.Null((await DownloadAsync()).ResumedFrom);
        AssertComplete(newer);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenOnlyTheTagOfTheBytesChanged_GoesOnAndLetsTheHashDecide()
    {
        await BreakOffAsync();
        await WriteJournalAsync(version => version with { BytesTag = "\"other\"" });

        var result = await DownloadAsync();

        Assert.Equal((Cut, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        Assert.Equal(1, Service.Of(FakeStep.Bytes).Count - 7);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenThePartialFileIsOfAnotherItem_BeginsAgain()
    {
        await BreakOffAsync();
        var other = GeneratedStream.Bytes(7, Content.Length);
        _fixture.Uploaded = new FakeItem("a.bin", other) { Id = "item-2" };

        Assert.Null((await DownloadAsync()).ResumedFrom);
        AssertComplete(other);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheBytesWereSpoiledMeanwhile_GoesOnFromTheLastGoodNote()
    {
        await BreakOffAsync();
        await WriteJournalAsync(
            version => version, new(1000, HashOf(1000)), new(50_000, HashOf(50_000)), new(60_000, HashOf(60_000)));
        await SpoilAsync(55_000);

        Assert.Equal(50_000, (await DownloadAsync()).ResumedFrom);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheFirstBytesWereSpoiled_BeginsAgain()
    {
        await BreakOffAsync();
        await SpoilAsync(0);

        Assert.Null((await DownloadAsync()).ResumedFrom);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenLessIsOnTheDiskThanWasNoted_GoesOnFromTheLastGoodNote()
    {
        await BreakOffAsync();
        await WriteJournalAsync(version => version, new(50_000, HashOf(50_000)), new(60_000, HashOf(60_000)));
        using (var handle = File.OpenHandle(_directory[Partial], access: FileAccess.Write))
            RandomAccess.SetLength(handle, 59_999);

        Assert.Equal(50_000, (await DownloadAsync()).ResumedFrom);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheJournalCannotBeRead_BeginsAgain()
    {
        await BreakOffAsync();
        await File.WriteAllTextAsync(_directory[Journal], "{\"driveId\":");

        Assert.Null((await DownloadAsync()).ResumedFrom);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenThePartialFileIsGone_BeginsAgain()
    {
        await BreakOffAsync();
        File.Delete(_directory[Partial]);

        Assert.Null((await DownloadAsync()).ResumedFrom);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenAllBytesAreThereAlready_PutsTheFileInPlaceWithoutFetchingOne()
    {
        await BreakOffAsync();
        await File.WriteAllBytesAsync(_directory[Partial], Content);
        await WriteJournalAsync(version => version, new DownloadMark(Content.Length, HashOf(Content.Length)));
        var before = Service.Of(FakeStep.Bytes).Count;

        var result = await DownloadAsync();

        Assert.Equal((before, ContentIntegrity.Verified), (Service.Of(FakeStep.Bytes).Count, result.Integrity));
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheFileIsGoneAtTheService_LeavesNothingBehind()
    {
        await BreakOffAsync();
        Service.Items.Clear();

        await Assert.ThrowsAsync<ItemNotFoundException>(() => DownloadAsync());

        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenNothingIsToBeResumed_LeavesNothingBehindAndUsesNothing()
    {
        await BreakOffAsync();

        Assert.Null((await DownloadAsync(new DownloadOptions { Resume = false })).ResumedFrom);
        AssertComplete(Content);
        File.Delete(_directory["a.bin"]);
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(Cut));
        Service.Fail(FakeStep.Bytes, FakeFaults.Answer(507), after: 1);
        await Assert.ThrowsAsync<QuotaExceededException>(() => DownloadAsync(new DownloadOptions { Resume = false }));
        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task DownloadFileAsync_WhenTheServiceFailsBeforeTheFirstByte_KeepsWhatAnEarlierCallLeft()
    {
        await BreakOffAsync();
        Service.Fail(FakeStep.GetItem, FakeFaults.Answer(500), times: 6);
        await Assert.ThrowsAsync<OneDriveApiException>(() => DownloadAsync());

        Assert.Equal(Cut, (await DownloadAsync()).ResumedFrom);
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_OfAFileWithShaOnly_VerifiesTheBytesOfBothCalls()
    {
        var sha = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Content)).ToLowerInvariant();
        _fixture.Uploaded = new FakeItem("a.bin", Content) { Hash = null, Sha256 = sha };
        await BreakOffAsync();

        var result = await DownloadAsync();

        Assert.Equal((Cut, ContentIntegrity.Verified), (result.ResumedFrom, result.Integrity));
        AssertComplete(Content);
    }

    [Fact]
    public async Task DownloadFileAsync_LeavesNoAddressOnTheDisk()
    {
        await BreakOffAsync();

        Assert.DoesNotContain("SECRET", await File.ReadAllTextAsync(_directory[Journal]), StringComparison.Ordinal);
    }

    private FakeExchange LastBytes => Service.Of(FakeStep.Bytes)[^1];

    private async Task BreakOffAsync()
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(Cut));
        Service.Fail(FakeStep.Bytes, FakeFaults.Break(), after: 1, times: 6);
        await Assert.ThrowsAsync<OneDriveConnectionException>(() => DownloadAsync());
        Assert.Equal([Partial, Journal], _directory.Files);
        Assert.Equal(Content[..Cut], (await File.ReadAllBytesAsync(_directory[Partial]))[..Cut]);
    }

    private async Task WriteJournalAsync(Func<DownloadVersion, DownloadVersion> change, params DownloadMark[] marks)
    {
        var notes = DownloadNotes.Parse(await File.ReadAllBytesAsync(_directory[Journal]))!;
        await using var file = File.Create(_directory[Journal]);
        await file.WriteAsync(DownloadNotes.Format(change(notes.Version)));
        var line = new byte[64];
        foreach (var mark in marks.Length > 0 ? marks : notes.Marks)
            await file.WriteAsync(line.AsMemory(0, DownloadNotes.Format(mark, line)));
    }

    private async Task SpoilAsync(int position)
    {
        await using var file = File.OpenWrite(_directory[Partial]);
        file.Position = position;
        file.WriteByte((byte)~Content[position]);
    }

    private static string HashOf(int length) => Convert.ToBase64String(QuickXorHash.HashData(Content.AsSpan(0, length)));

    private void AssertComplete(byte[] content)
    {
        Assert.Equal(["a.bin"], _directory.Files);
        Assert.True(File.ReadAllBytes(_directory["a.bin"]).AsSpan().SequenceEqual(content), "Other bytes are in the file.");
        _fixture.AssertNoToken();
    }

    private Task<DownloadResult> DownloadAsync(DownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        _fixture.FinishAsync(
            () => _fixture.Downloads.DownloadFileAsync(
                TransferFixture.Destination, _directory["a.bin"], options ?? new DownloadOptions(), cancellationToken));
}
