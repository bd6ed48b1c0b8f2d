using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class DownloadTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private readonly byte[] _content = Bytes.Of(200_000);
    private EmulatorClient _client = null!;

    private EmulatorDrive Drive => _client.DriveState;

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync(options =>
        {
            options.TimeProvider = _clock;
            options.MaxSimpleUploadSize = 300_000;
        });
        Drive.WithFile("a.bin", _content);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Download_OfAllOfIt_HasLengthTagAndType()
    {
        using var response = await DownloadAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_content.Length, response.Content.Headers.ContentLength);
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.Equal(Drive.FindItem("a.bin")!.ETag, response.Headers.GetValues("ETag").Single());
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(_content, await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 0)]
    [InlineData("bytes=5-9", 5, 9)]
    [InlineData("bytes=100000-", 100_000, 199_999)]
    [InlineData("bytes=199999-500000", 199_999, 199_999)]
    [InlineData("bytes=-1", 199_999, 199_999)]
    [InlineData("bytes=-500000", 0, 199_999)]
    public async Task Download_OfARange_Answers206AndThoseBytes(string range, int first, int last)
    {
        using var response = await DownloadAsync(("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {first}-{last}/200000", response.Content.Headers.GetValues("Content-Range").Single());
        Assert.Equal(last - first + 1, response.Content.Headers.ContentLength);
        Assert.Equal(_content[first..(last + 1)], await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=200000-")]
    [InlineData("bytes=200000-200001")]
    [InlineData("bytes=-0")]
    public async Task Download_OfARangePastTheEnd_Answers416(string range)
    {
        using var response = await DownloadAsync(("Range", range));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal("bytes */200000", response.Content.Headers.GetValues("Content-Range").Single());
    }

    [Theory]
    [InlineData("bytes=9-5")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("lines=1-2")]
    [InlineData("bytes=a-b")]
    public async Task Download_OfARangeThatIsNotUnderstood_IsTheWholeFile(string range)
    {
        using var response = await DownloadAsync(("Range", range));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_content.Length, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Download_WithIfRange_AnswersTheWholeFileWhenItChanged()
    {
        var tag = Drive.FindItem("a.bin")!.ETag;
        using var same = await DownloadAsync(("Range", "bytes=1-2"), ("If-Range", tag));
        Drive.WithFile("a.bin", [1, 2, 3]);
        using var changed = await DownloadAsync(("Range", "bytes=1-2"), ("If-Range", tag));

        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Download_WithAuthorization_Answers401()
    {
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.bin:/content");
        using var response = await _client.GetAsync(redirect.Headers.Location!.AbsoluteUri);

        await EmulatorClient.AssertErrorAsync(response, 401, "unauthenticated");
    }

    [Fact]
    public async Task Download_AfterTheLifetimeOfItsUrl_Answers401()
    {
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.bin:/content");
        _clock.Advance(TimeSpan.FromHours(1));
        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);

        await EmulatorClient.AssertErrorAsync(response, 401, "unauthenticated");
    }

    [Fact]
    public async Task Download_WithTheUrlOfAnotherFile_Answers401()
    {
        Drive.WithFile("b.bin", [1]);
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.bin:/content");
        var url = redirect.Headers.Location!.AbsoluteUri.Replace(
            Drive.FindItem("a.bin")!.Id,
            Drive.FindItem("b.bin")!.Id,
            StringComparison.Ordinal);
        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Get, url);

        await EmulatorClient.AssertErrorAsync(response, 401, "unauthenticated");
    }

    [Fact]
    public async Task Download_OfADeletedFile_Answers404()
    {
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.bin:/content");
        Drive.Delete("a.bin");
        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);

        await EmulatorClient.AssertErrorAsync(response, 404, "itemNotFound");
    }

    [Fact]
    public async Task Download_OfAnEmptyFile_IsEmpty()
    {
        Drive.WithFile("a.bin", []);
        using var response = await DownloadAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    private async Task<HttpResponseMessage> DownloadAsync(params (string Name, string Value)[] headers)
    {
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.bin:/content");
        return await _client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri, null, headers);
    }
}
