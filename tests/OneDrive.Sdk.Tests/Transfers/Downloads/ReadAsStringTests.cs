using System.Text;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Files read as text.</summary>
public sealed class ReadAsStringTests : IDisposable
{
    private const string Text = "Grüße, 世界";

    private readonly TransferFixture _fixture = new();

    public static TheoryData<string> EncodingsWithAMark => ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task ReadAsStringAsync_WithoutAMark_ReadsUtf8() => Assert.Equal(Text, await ReadAsync(Encoding.UTF8.GetBytes(Text)));

    [Theory]
    [MemberData(nameof(EncodingsWithAMark))]
    public async Task ReadAsStringAsync_WithAMark_BelievesTheMarkAndLeavesItOut(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. encoding.Preamble, .. encoding.GetBytes(Text)];

        Assert.Equal(Text, await ReadAsync(content, new ReadAsStringOptions { Encoding = Encoding.Latin1 }));
    }

    [Fact]
    public async Task ReadAsStringAsync_WithAnEncoding_UsesIt() =>
        Assert.Equal("Grüße", await ReadAsync(Encoding.Latin1.GetBytes("Grüße"), new ReadAsStringOptions { Encoding = Encoding.Latin1 }));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task ReadAsStringAsync_OfAFileThatJustFits_ReadsIt(int length) =>
        Assert.Equal(new string('a', length), await ReadAsync(new string('a', length), new ReadAsStringOptions { MaxBytes = length }));

    [Fact]
    public async Task ReadAsStringAsync_OfATooLongFile_ThrowsBeforeAnyByteIsFetched()
    {
        await Assert.ThrowsAsync<ContentTooLargeException>(() => ReadAsync("12345678", new ReadAsStringOptions { MaxBytes = 7 }));

        Assert.Empty(_fixture.Service.Of(FakeStep.GetContent));
    }

    [Fact]
    public async Task ReadAsStringAsync_OfAFileThatIsLongerThanDescribed_ThrowsAsWell()
    {
        _fixture.Uploaded = new FakeItem("a.txt", Encoding.UTF8.GetBytes("12345678")) { Size = 3 };

        await Assert.ThrowsAsync<ContentTooLargeException>(() => ReadAsync(new ReadAsStringOptions { MaxBytes = 7 }));
    }

    [Fact]
    public async Task ReadAsStringAsync_WhenTheConnectionBreaks_GoesOn()
    {
        _fixture.Service.Fail(FakeStep.Bytes, FakeFaults.BreakBody(3));

        Assert.Equal(Text, await ReadAsync(Encoding.UTF8.GetBytes(Text)));
    }

    [Fact]
    public async Task ReadAsStringAsync_WhenAByteIsWrong_Throws()
    {
        _fixture.Uploaded = new FakeItem("a.txt", [65, 66]) { Hash = GeneratedStream.HashOf(2) };

        await Assert.ThrowsAsync<ContentVerificationException>(() => ReadAsync(new ReadAsStringOptions()));
    }

    [Fact]
    public async Task ReadAsStringAsync_WithANegativeLimit_ThrowsBeforeAnyRequest()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReadAsync("", new ReadAsStringOptions { MaxBytes = -1 }));

        Assert.Empty(_fixture.Service.Exchanges);
    }

    private Task<string> ReadAsync(string content, ReadAsStringOptions? options = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(content), options);

    private Task<string> ReadAsync(byte[] content, ReadAsStringOptions? options = null)
    {
        _fixture.Uploaded = new FakeItem("a.txt", content);
        return ReadAsync(options ?? new ReadAsStringOptions());
    }

    private Task<string> ReadAsync(ReadAsStringOptions options) =>
        _fixture.FinishAsync(() => _fixture.Downloads.ReadAsStringAsync(TransferFixture.Destination, options, default));
}
