using System.Net;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>A fragment is sent while its end is still being read.</summary>
public sealed class FragmentFeedTests
{
    private const int Block = 1024 * 1024;
    private const int Unit = OneDriveTransferOptions.FragmentAlignment;
    private const int Fragment = 16 * Unit;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task BeginAsync_OfAStreamThatCanSeek_ReadsALittleAheadOfWhatWasSent()
    {
        var stream = new GeneratedStream(4 * Fragment);
        await using var source = await OpenAsync(stream);
        var sink = new PatientSink(stream);

        for (var start = 0; start < 4 * Fragment; start += Fragment)
        {
            var next = new ByteRange(start + Fragment, Math.Min(4 * Fragment, start + (2 * Fragment)));
            await CopyAsync(await source.BeginAsync(new ByteRange(start, start + Fragment), next, default), sink);
        }

        Assert.Equal(4 * Fragment, sink.Position);
        Assert.InRange(sink.FurthestAhead, Block, 3 * Block);
        Assert.Equal(GeneratedStream.HashOf(4 * Fragment), await source.GetHashAsync(default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeginAsync_OfAFragmentThatWasSent_GivesTheSameBytesAgain(bool isSeekable)
    {
        await using var source = await OpenAsync(new GeneratedStream(2 * Fragment) { IsSeekable = isSeekable }, 2 * Fragment);
        var (range, next) = (new ByteRange(0, Fragment), new ByteRange(Fragment, 2 * Fragment));

        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var sink = new MemoryStream();
            await CopyAsync(await source.BeginAsync(range, next, default), sink);
            Assert.Equal(GeneratedStream.Bytes(0, Fragment), sink.ToArray());
        }

        using var rest = new MemoryStream();
        await CopyAsync(await source.BeginAsync(next, new ByteRange(2 * Fragment, 2 * Fragment), default), rest);
        Assert.Equal(GeneratedStream.Bytes(Fragment, Fragment), rest.ToArray());
        Assert.Equal(GeneratedStream.HashOf(2 * Fragment), await source.GetHashAsync(default));
    }

    [Fact]
    public async Task BeginAsync_SendsWhatItHasWhileTheSourceIsSlow_AndDoesNotTakeThatForASilentLine()
    {
        var clock = new ManualTimeProvider();
        using var timer = new InactivityTimer(Limit, clock, default);
        var slow = new TaskCompletionSource();
        await using var source = await OpenAsync(new HaltingStream(Fragment, 2 * Block, slow.Task), clock: clock);
        var content = await BeginAsync(source, Fragment);
        content.Watch(timer, limiter: null);
        using var sink = new MemoryStream();

        var sending = content.CopyToAsync(sink, default(TransportContext));
        while (sink.Length < 2 * Block)
            await Task.Yield();
        await WaitUntilPausedAsync(clock);
        clock.Advance(10 * Limit);

        Assert.False(timer.HasFired);
        slow.SetResult();
        await sending;
        Assert.Equal(GeneratedStream.Bytes(0, Fragment), sink.ToArray());
        clock.Advance(Limit);
        Assert.True(timer.HasFired, "The line is no longer watched.");
    }

    [Fact]
    public async Task BeginAsync_TellsHowLongTheSourceWasWaitedFor()
    {
        var clock = new ManualTimeProvider();
        var slow = new TaskCompletionSource();
        await using var source = await OpenAsync(new HaltingStream(Fragment, Block, slow.Task), clock: clock);
        var feed = await source.BeginAsync(new ByteRange(0, Fragment), new ByteRange(Fragment, Fragment), default);

        var sending = CopyAsync(feed, new MemoryStream());
        clock.Advance(TimeSpan.FromSeconds(7));
        slow.SetResult();
        await sending;

        Assert.Equal(TimeSpan.FromSeconds(7), feed.Waited);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeginAsync_WhenTheSourceFailsInTheFragment_EndsTheSendingAndKeepsTheReason(bool isSeekable)
    {
        await using var source = await OpenAsync(
            new GeneratedStream((2 * Block) + 5) { IsSeekable = isSeekable, ClaimedLength = Fragment }, Fragment);
        var feed = await source.BeginAsync(new ByteRange(0, Fragment), new ByteRange(Fragment, Fragment), default);
        using var sink = new MemoryStream();

        await Assert.ThrowsAnyAsync<Exception>(() => CopyAsync(feed, sink));

        Assert.True(feed.HasFailed);
        Assert.Throws<EndOfStreamException>(feed.ThrowIfFailed);
        Assert.Equal(2 * Block, sink.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeginAsync_WhenTheStreamGoesOnAfterItsEnd_KeepsTheLastBytesBack(bool isSeekable)
    {
        await using var source = await OpenAsync(
            new GeneratedStream(Fragment + 1) { IsSeekable = isSeekable, ClaimedLength = Fragment }, Fragment);
        var feed = await source.BeginAsync(new ByteRange(0, Fragment), new ByteRange(Fragment, Fragment), default);
        using var sink = new MemoryStream();

        await Assert.ThrowsAnyAsync<Exception>(() => CopyAsync(feed, sink));

        Assert.Contains("continues", Assert.Throws<IOException>(feed.ThrowIfFailed).Message, StringComparison.Ordinal);
        Assert.Equal(Fragment - Block, sink.Length);
    }

    [Fact]
    public async Task Close_EndsASendingThatWaitsForTheSource()
    {
        var slow = new TaskCompletionSource();
        await using var source = await OpenAsync(new HaltingStream(Fragment, Block, slow.Task));
        var feed = await source.BeginAsync(new ByteRange(0, Fragment), new ByteRange(Fragment, Fragment), default);
        var sending = CopyAsync(feed, new MemoryStream());

        feed.Close();

        await Assert.ThrowsAnyAsync<Exception>(() => sending.WaitAsync(Limit));
        Assert.False(feed.HasFailed);
        slow.SetResult();
    }

    [Fact]
    public async Task Close_BeforeAnythingWasSent_EndsReading_AndAShorterFragmentGoesOut()
    {
        var stream = new GeneratedStream(4 * Fragment);
        await using var source = await OpenAsync(stream);
        var feed = await source.BeginAsync(new ByteRange(0, Fragment), new ByteRange(Fragment, 2 * Fragment), default);

        feed.Close();
        for (var turn = 0; turn < 300_000; turn++)
            await Task.Yield();

        Assert.InRange(stream.BytesRead, Block, 3 * Block);
        using var sink = new MemoryStream();
        var shorter = new ByteRange(0, Fragment / 2);
        var next = new ByteRange(Fragment / 2, Fragment);
        await CopyAsync(await source.BeginAsync(shorter, next, default), sink).WaitAsync(Limit);
        Assert.Equal(GeneratedStream.Bytes(0, Fragment / 2), sink.ToArray());
    }

    [Fact]
    public async Task CopyToAsync_WhenCancelledWhileItWaitsForTheSource_Ends()
    {
        var slow = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();
        await using var source = await OpenAsync(new HaltingStream(Fragment, Block, slow.Task));
        var sending = (await BeginAsync(source, Fragment)).CopyToAsync(new MemoryStream(), context: null, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(Limit));
        slow.SetResult();
    }

    private static async Task WaitUntilPausedAsync(ManualTimeProvider clock)
    {
        using var giveUp = new CancellationTokenSource(Limit);
        while (clock.PendingDelays.Any(delay => delay == Limit) && !giveUp.IsCancellationRequested)
            await Task.Yield();
    }

    private static Task<UploadSource> OpenAsync(Stream stream, long? announcedLength = null, TimeProvider? clock = null) =>
        UploadSource.OpenAsync(
            stream,
            announcedLength,
            TransferSettings.From(new OneDriveTransferOptions { SingleRequestLimit = 1000, FragmentSize = Fragment }),
            clock ?? TimeProvider.System,
            default);

    private static async Task<FragmentContent> BeginAsync(UploadSource source, int length) =>
        new(await source.BeginAsync(new ByteRange(0, length), new ByteRange(length, length), default));

    private static Task CopyAsync(FragmentFeed feed, Stream sink) =>
        new FragmentContent(feed).CopyToAsync(sink, default(TransportContext));
}
