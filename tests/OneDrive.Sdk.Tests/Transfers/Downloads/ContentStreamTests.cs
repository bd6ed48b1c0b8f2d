using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Files read piece by piece, when all goes well and after each kind of break.</summary>
public sealed class ContentStreamTests : IDisposable
{
    private const int Length = 1_000_000;
    private const int Window = ContentStream.FirstWindow;

    private static readonly byte[] Content = GeneratedStream.Bytes(0, Length);

    private readonly TransferFixture _fixture = new();

    public ContentStreamTests() => _fixture.Uploaded = new FakeItem("a.bin", Content);

    private FakeService Service => _fixture.Service;

    private string[] Ranges => [.. Service.Of(FakeStep.Bytes).Select(exchange => exchange.Header("Range") ?? "")];

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task ReadAsync_ToTheEnd_FetchesLargerPiecesUpToTheBufferFromOneAddress()
    {
        var bytes = await ReadAllAsync(new OpenReadOptions { BufferSize = 300_000 });

        Assert.Equal(Content, bytes);
        Assert.Equal(
            ["bytes=0-131071", "bytes=131072-393215", "bytes=393216-693215", "bytes=693216-993215", "bytes=993216-1293215"], Ranges);
        Assert.Single(Service.Of(FakeStep.GetContent));
        Assert.All(Service.Of(FakeStep.Bytes).Skip(1), exchange => Assert.Equal("\"bytes-1\"", exchange.Header("If-Range")));
        _fixture.AssertNoToken();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Window)]
    [InlineData(Window + 1)]
    public async Task ReadAsync_OfAnyLength_GivesTheBytes(int length)
    {
        _fixture.Uploaded = new FakeItem("a.bin", Content[..length]);

        Assert.Equal(Content[..length], await ReadAllAsync());
    }

    [Fact]
    public async Task Seek_FetchesOnlyWhatIsReadThere_AndNothingForWhatIsInMemory()
    {
        await using var stream = await OpenAsync();
        var piece = new byte[100];

        stream.Seek(-100, SeekOrigin.End);
        await ReadAsync(stream, piece);
        Assert.Equal(Content[^100..], piece);
        Assert.Equal(Length, stream.Position);

        stream.Position = Length - 50;
        Assert.Equal(50, await ReadAsync(stream, piece));
        stream.Seek(10, SeekOrigin.Current);
        Assert.Equal((Length + 10, 0), (stream.Position, await ReadAsync(stream, piece)));

        Assert.Equal(["bytes=0-131071", "bytes=999900-1130971"], Ranges);
        Assert.Equal(Length, stream.Length);
    }

    [Fact]
    public async Task Seek_BeforeTheBeginning_ThrowsAndStaysWhereItWas()
    {
        await using var stream = await OpenAsync();
        stream.Position = 5;

        Assert.Throws<IOException>(() => stream.Seek(-6, SeekOrigin.Current));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Position = -1);
        Assert.Equal(5, stream.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task ReadAsync_WhenTheConnectionBreaks_GoesOnFromTheNextByteAtANewAddress(int after)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(after), after: 1);

        Assert.Equal(Content, await ReadAllAsync());
        Assert.Equal($"bytes={Window + after}-{(3 * Window) - 1}", Ranges[2]);
        Assert.Equal(2, Service.Of(FakeStep.GetContent).Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task ReadAsync_WhenTheAddressIsNoLongerGood_AsksForANewOne(int status)
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.Answer(status), after: 1, times: 3);

        Assert.Equal(Content, await ReadAllAsync());
        Assert.Equal(4, Service.Of(FakeStep.GetContent).Count);
    }

    [Fact]
    public async Task ReadAsync_WhenNoAttemptBringsAnything_GivesUp()
    {
        Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(0), times: 100);

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => ReadAllAsync());

        Assert.Equal(6, Service.Of(FakeStep.Bytes).Count);
    }

    [Fact]
    public async Task ReadAsync_WhenTheRangeIsIgnored_PassesOverWhatComesBefore()
    {
        Service.Fail(FakeStep.Bytes, _ => Whole("\"bytes-1\""), after: 1, times: 2);

        Assert.Equal(Content, await ReadAllAsync());
    }

    [Theory]
    [InlineData(Length)]
    [InlineData(Length + 1)]
    [InlineData(10)]
    [InlineData(0)]
    public async Task ReadAsync_WhenTheFileIsReplaced_ThrowsAndNeverMixesTwoVersions(int newLength)
    {
        await using var stream = await OpenAsync();
        _fixture.Uploaded = new FakeItem("a.bin", GeneratedStream.Bytes(7, newLength)) { Version = 2 };
        using var sink = new MemoryStream();

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var failure = await Assert.ThrowsAsync<ContentChangedException>(() => CopyAsync(stream, sink));
            Assert.False(failure.IsTransient);
        }

        Assert.Equal(Content[..Window], sink.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadAsync_WhenAnswersHaveNoTag_AsksTheServiceWhetherTheFileIsTheSame(bool isReplaced)
    {
        Service.Fail(FakeStep.Bytes, WithoutTag, times: 100);
        await using var stream = await OpenAsync();
        if (isReplaced)
            _fixture.Uploaded = new FakeItem("a.bin", GeneratedStream.Bytes(7, Length)) { Version = 2 };
        using var sink = new MemoryStream();

        var copy = () => CopyAsync(stream, sink);

        if (isReplaced)
            await Assert.ThrowsAsync<ContentChangedException>(copy);
        else
            await copy();
        Assert.Equal(isReplaced ? Content[..Window] : Content, sink.ToArray());
    }

    [Fact]
    public async Task OpenReadAsync_WhenTheDescribedSizeIsNotThatOfTheBytes_BelievesTheBytes()
    {
        _fixture.Uploaded = new FakeItem("a.docx", Content) { Size = 5 };

        Assert.Equal(Content, await ReadAllAsync());
    }

    [Fact]
    public async Task OpenReadAsync_WhenThereIsNoSuchFile_Throws()
    {
        Service.Items.Clear();

        await Assert.ThrowsAsync<ItemNotFoundException>(OpenAsync);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((64 * 1024 * 1024) + 1)]
    public async Task OpenReadAsync_WithABufferThatCannotBe_ThrowsBeforeAnyRequest(int bufferSize)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReadAllAsync(new OpenReadOptions { BufferSize = bufferSize }));

        Assert.Empty(Service.Exchanges);
    }

    [Fact]
    public async Task Read_WithoutAwaiting_ThrowsAndSaysWhatToUse()
    {
        await using var stream = await OpenAsync();

        var failure = Assert.Throws<NotSupportedException>(() => stream.ReadByte());

        Assert.Contains("ReadAsync", failure.Message, StringComparison.Ordinal);
        Assert.False(stream.CanWrite);
    }

    [Fact]
    public async Task Dispose_EndsTheStream()
    {
        var stream = await OpenAsync();
        await stream.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAsync(stream, new byte[1]));
        Assert.Throws<ObjectDisposedException>(() => stream.Length);
        Assert.False(stream.CanRead);
    }

    [Fact]
    public async Task ReadAsync_WhenCancelled_ThrowsTheCallersCancellation_AndCanBeRepeated()
    {
        await using var stream = await OpenAsync();
        stream.Position = 500_000;
        using var source = new CancellationTokenSource();
        Service.Fail(FakeStep.Bytes, FakeFaults.After(source.Cancel));
        var piece = new byte[10];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _fixture.FinishAsync(() => stream.ReadAsync(piece, source.Token).AsTask()));
        await ReadAsync(stream, piece);

        Assert.Equal(Content[500_000..500_010], piece);
    }

    private static HttpResponseMessage WithoutTag(Func<HttpResponseMessage> work)
    {
        var response = work();
        response.Headers.Remove("ETag");
        return response;
    }

    private static HttpResponseMessage Whole(string tag)
    {
        var response = FakeFaults.Response(200, null, ("ETag", tag));
        response.Content = new ByteArrayContent(Content);
        return response;
    }

    private Task<Stream> OpenAsync() =>
        _fixture.FinishAsync(() => _fixture.Downloads.OpenReadAsync(TransferFixture.Destination, new(), default));

    private Task<int> ReadAsync(Stream stream, byte[] piece) => _fixture.FinishAsync(() => stream.ReadAsync(piece).AsTask());

    private Task<bool> CopyAsync(Stream stream, Stream sink) => _fixture.FinishAsync(async () =>
    {
        await stream.CopyToAsync(sink);
        return true;
    });

    private async Task<byte[]> ReadAllAsync(OpenReadOptions? options = null)
    {
        await using var stream = await _fixture.FinishAsync(
            () => _fixture.Downloads.OpenReadAsync(TransferFixture.Destination, options ?? new(), default));
        using var sink = new MemoryStream();
        await CopyAsync(stream, sink);
        Assert.Equal(stream.Length, sink.Length);
        return sink.ToArray();
    }
}
