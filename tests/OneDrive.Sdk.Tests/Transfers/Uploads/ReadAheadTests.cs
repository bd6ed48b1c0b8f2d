using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Uploads read and hash the next fragment while the service works on the one before.</summary>
public sealed class ReadAheadTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;

    private readonly TransferFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task UploadAsync_ReadsTheNextFragmentBeforeTheAnswerToTheOneBefore(int fragment)
    {
        const long length = (3 * Unit) + 5;
        var source = new WatchedStream(length, fragment * Unit);
        var wasRead = false;
        _fixture.Service.Fail(
            FakeStep.Fragment,
            answer =>
            {
                wasRead = source.Entered.Wait(TimeSpan.FromSeconds(30));
                return answer();
            },
            after: fragment - 1);

        await UploadAsync(source, length);

        Assert.True(wasRead, "The service answered before the next fragment was read.");
        _fixture.AssertUploaded(length);
    }

    [Fact]
    public async Task UploadAsync_WhenTheSourceBreaksAhead_SendsTheFragmentBeforeAndThenFails()
    {
        var source = new GeneratedStream(Unit + 5) { IsSeekable = false };

        await Assert.ThrowsAsync<EndOfStreamException>(() => UploadAsync(source, 3 * Unit));

        Assert.Equal($"0-{Unit - 1}/{3 * Unit}", _fixture.Service.Ranges);
        Assert.Empty(_fixture.Service.Sessions);
    }

    [Fact]
    public async Task UploadAsync_WhenCancelledWhileItReadsAhead_LeavesTheStreamAlone()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new WatchedStream(3 * Unit, Unit, waitsThere: true);
        var upload = UploadAsync(source, 3 * Unit, cancellation.Token);
        await source.Entered;

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(source.IsBeingRead);
    }

    private Task<UploadResult> UploadAsync(Stream content, long length, CancellationToken cancellationToken = default) =>
        _fixture.UploadAsync(content, new UploadOptions { ContentLength = length }, cancellationToken);
}
