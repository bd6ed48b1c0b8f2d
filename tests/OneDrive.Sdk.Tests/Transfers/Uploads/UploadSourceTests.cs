using System.Net;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class UploadSourceTests
{
    private const int Unit = OneDriveTransferOptions.FragmentAlignment;

    private static readonly TransferSettings Settings = TransferSettings.From(
        new OneDriveTransferOptions { SingleRequestLimit = 1000, FragmentSize = Unit });

    [Theory]
    [InlineData(true, int.MaxValue)]
    [InlineData(false, int.MaxValue)]
    [InlineData(true, 1001)]
    [InlineData(false, 1001)]
    public async Task ReadAsync_GivesEveryByteAndHashesItOnce_WhateverTheStreamIsLike(bool isSeekable, int longestRead)
    {
        const long length = (3 * Unit) + 17;
        await using var source = await OpenAsync(
            new GeneratedStream(length) { IsSeekable = isSeekable, LongestRead = longestRead }, isSeekable ? null : length);

        for (long start = 0; start < length; start += Unit)
            await AssertBytesAsync(source, new ByteRange(start, Math.Min(length, start + Unit)));

        Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetHashAsync_WhenHashesAreNotVerified_ReadsSeekableContentAgain(bool isSeekable)
    {
        const long length = (3 * Unit) + 17;
        var stream = new GeneratedStream(length) { IsSeekable = isSeekable };
        var settings = Settings with { VerifyContentHash = false };
        await using var source = await UploadSource.OpenAsync(stream, length, settings, TimeProvider.System, default);
        for (long start = 0; start < length; start += Unit)
            await AssertBytesAsync(source, new ByteRange(start, Math.Min(length, start + Unit)));

        Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
        Assert.Equal(isSeekable ? 2 * length : length, stream.BytesRead);
        await AssertBytesAsync(source, new ByteRange(length - 10, length));
    }

    [Fact]
    public async Task OpenAsync_StartsWhereTheStreamStands()
    {
        var stream = new GeneratedStream(500) { Position = 100 };
        await using var source = await OpenAsync(stream);

        Assert.Equal(400, source.Length);
        var feed = await source.ReadAsync(new ByteRange(0, 400), default);
        Assert.Equal(GeneratedStream.Bytes(100, 400), await SentAsync(new FragmentContent(feed)));
    }

    [Fact]
    public async Task ReadAsync_WhenAnEarlierFragmentIsWantedAgain_ReadsItAgainAndHashesItOnce()
    {
        const long length = 4 * Unit;
        var stream = new GeneratedStream(length);
        await using var source = await OpenAsync(stream);
        foreach (var index in new[] { 0, 1, 2, 0, 1, 2, 3 })
            await AssertBytesAsync(source, new ByteRange(index * Unit, (index + 1) * Unit));

        Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadAsync_WhenHalfAFragmentArrived_ContinuesFromItsMiddle(bool isSeekable)
    {
        const long length = 3 * Unit;
        await using var source = await OpenAsync(new GeneratedStream(length) { IsSeekable = isSeekable }, length);
        await AssertBytesAsync(source, new ByteRange(0, Unit));

        await AssertBytesAsync(source, new ByteRange(26, 26 + Unit));
        await AssertBytesAsync(source, new ByteRange(26 + Unit, 26 + (2 * Unit)));

        Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
    }

    [Fact]
    public async Task ReadAsync_OfTheBufferedFragmentAgain_DoesNotTouchTheStream()
    {
        var stream = new GeneratedStream(2 * Unit) { IsSeekable = false };
        await using var source = await OpenAsync(stream, 2 * Unit);
        await AssertBytesAsync(source, new ByteRange(0, Unit));
        var read = stream.BytesRead;

        await AssertBytesAsync(source, new ByteRange(0, Unit));

        Assert.Equal(read, stream.BytesRead);
    }

    [Fact]
    public async Task ReadAsync_WhenAForwardOnlyStreamIsPastTheByte_SaysThatItCannotGoOn()
    {
        await using var source = await OpenAsync(new GeneratedStream(3 * Unit) { IsSeekable = false }, 3 * Unit);
        await AssertBytesAsync(source, new ByteRange(0, Unit));
        await AssertBytesAsync(source, new ByteRange(Unit, 2 * Unit));

        Assert.False(source.CanReadFrom(0));
        await Assert.ThrowsAsync<UploadNotResumableException>(() => source.ReadAsync(new ByteRange(0, Unit), default).AsTask());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadAsync_WhenTheServiceHasTheBeginning_HashesItWithoutSendingIt(bool isSeekable)
    {
        const long length = 5 * Unit;
        await using var source = await OpenAsync(new GeneratedStream(length) { IsSeekable = isSeekable, LongestRead = 70_000 }, length);

        await AssertBytesAsync(source, new ByteRange(4 * Unit, 5 * Unit));

        Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
    }

    [Fact]
    public async Task ReadAsync_WhenTheStreamEndsEarly_Throws()
    {
        await using var source = await OpenAsync(new GeneratedStream(Unit + 5) { IsSeekable = false }, 2 * Unit);
        await AssertBytesAsync(source, new ByteRange(0, Unit));

        var failure = await Assert.ThrowsAsync<EndOfStreamException>(
            () => source.ReadAsync(new ByteRange(Unit, 2 * Unit), default).AsTask());

        Assert.Contains($"{Unit + 5} bytes", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadAsync_WhenTheStreamGoesOn_ThrowsBeforeTheLastFragmentIsSent(bool isSeekable)
    {
        await using var source = await OpenAsync(
            new GeneratedStream((2 * Unit) + 1) { IsSeekable = isSeekable, ClaimedLength = 2 * Unit }, 2 * Unit);
        await AssertBytesAsync(source, new ByteRange(0, Unit));

        await Assert.ThrowsAsync<IOException>(() => source.ReadAsync(new ByteRange(Unit, 2 * Unit), default).AsTask());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(Unit)]
    public async Task OpenAsync_WhenTheLengthIsUnknown_LooksAhead(int length)
    {
        await using var source = await OpenAsync(new GeneratedStream(length) { IsSeekable = false, LongestRead = 777 });

        Assert.Equal(length, source.Length);
        await AssertBytesAsync(source, new ByteRange(0, length));
        Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
    }

    [Fact]
    public async Task OpenAsync_WhenTheLengthIsUnknownAndMoreThanOneFragment_AsksForIt()
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => OpenAsync(new GeneratedStream(Unit + 1) { IsSeekable = false }));

        Assert.Contains(nameof(UploadOptions.ContentLength), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public async Task OpenAsync_WhenTheAnnouncedLengthIsNotTheStreams_Throws(long announced) =>
        await Assert.ThrowsAsync<ArgumentException>(() => OpenAsync(new GeneratedStream(10), announced));

    [Fact]
    public async Task OpenAsync_WhenTheContentIsTooLongForTheService_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => OpenAsync(new GeneratedStream(10) { IsSeekable = false }, FragmentPlan.MaximumLength + 1));

    [Fact]
    public async Task ReadAsync_WhileAnAbandonedRequestStillSends_LeavesItsBytesAlone()
    {
        await using var source = await OpenAsync(new GeneratedStream(2 * Unit));
        var sink = new PausedStream();
        var sending = new FragmentContent(await source.ReadAsync(new ByteRange(0, Unit), default)).CopyToAsync(sink);
        await sink.Started;

        await AssertBytesAsync(source, new ByteRange(Unit, 2 * Unit));
        await source.DisposeAsync();
        sink.Continue();
        await sending;

        Assert.Equal(GeneratedStream.Bytes(0, Unit), sink.Written);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeginAsync_ReadsTheNextBytesWhileTheFirstAreSent(bool isSeekable)
    {
        const long length = (4 * Unit) + 9;
        await using var source = await OpenAsync(new GeneratedStream(length) { IsSeekable = isSeekable }, length);
        for (long start = 0; start < length; start += Unit)
        {
            var sink = new PausedStream();
            var range = new ByteRange(start, Math.Min(length, start + Unit));
            var next = new ByteRange(range.End, Math.Min(length, range.End + Unit));
            var sending = new FragmentContent(await source.BeginAsync(range, next, default)).CopyToAsync(sink);
            await sink.Started;
            sink.Continue();
            await sending;
            Assert.Equal(GeneratedStream.Bytes(range.Start, (int)range.Length), sink.Written);
        }

        Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeginAsync_WhenTheServiceWantsOtherBytesThenExpected_GivesThose(bool isSeekable)
    {
        const long length = 7 * Unit;
        await using var source = await OpenAsync(new GeneratedStream(length) { IsSeekable = isSeekable, LongestRead = 99_999 }, length);
        await AssertBytesAsync(source, new ByteRange(0, 2 * Unit), new ByteRange(2 * Unit, 4 * Unit));

        await AssertBytesAsync(source, new ByteRange(0, 2 * Unit));
        await AssertBytesAsync(source, new ByteRange(Unit + 5, (3 * Unit) + 5));
        await AssertBytesAsync(source, new ByteRange((3 * Unit) + 5, (3 * Unit) + 6));
        await AssertBytesAsync(source, new ByteRange(5 * Unit, 7 * Unit));

        Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeginAsync_WhenTheStreamFails_TellsOnlyWhenTheBytesAreWanted(bool isSeekable)
    {
        await using var source = await OpenAsync(
            new GeneratedStream(Unit + 5) { IsSeekable = isSeekable, ClaimedLength = 3 * Unit }, 3 * Unit);
        await AssertBytesAsync(source, new ByteRange(0, Unit), new ByteRange(Unit, 2 * Unit));

        await AssertBytesAsync(source, new ByteRange(0, Unit));
        await AssertBytesAsync(source, new ByteRange(Unit, Unit + 5));
        await Assert.ThrowsAsync<EndOfStreamException>(() => source.ReadAsync(new ByteRange(Unit, 2 * Unit), default).AsTask());
    }

    [Fact]
    public async Task DisposeAsync_WhileItReadsAhead_EndsTheReadFirst()
    {
        var stream = new WatchedStream(3 * Unit, Unit, waitsThere: true);
        var source = await OpenAsync(stream, 3 * Unit);
        await AssertBytesAsync(source, new ByteRange(0, Unit), new ByteRange(Unit, 2 * Unit));
        await stream.Entered;

        await source.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.False(stream.IsBeingRead);
    }

    private static Task<UploadSource> OpenAsync(Stream stream, long? announcedLength = null) =>
        UploadSource.OpenAsync(stream, announcedLength, Settings, TimeProvider.System, default);

    private static async Task AssertBytesAsync(UploadSource source, ByteRange range, ByteRange? next = null)
    {
        var feed = next is { } ahead
            ? await source.BeginAsync(range, ahead, default)
            : await source.ReadAsync(range, default);
        var content = new FragmentContent(feed);
        Assert.Equal(range.Length, content.Headers.ContentLength);
        Assert.Equal(GeneratedStream.Bytes(range.Start, (int)range.Length), await SentAsync(content));
    }

    private static async Task<byte[]> SentAsync(HttpContent content)
    {
        using var sink = new MemoryStream();
        await content.CopyToAsync(sink, default(TransportContext));
        return sink.ToArray();
    }
}
