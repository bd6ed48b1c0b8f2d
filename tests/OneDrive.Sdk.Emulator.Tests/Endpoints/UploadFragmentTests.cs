using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class UploadFragmentTests : IAsyncLifetime
{
    private const int Unit = Bytes.FragmentUnit;
    private readonly MovableClock _clock = new();
    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync(options =>
    {
        options.TimeProvider = _clock;
        options.MaxFragmentSize = 3 * Unit;
    });

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Fragments_InOrder_CountUpAndMakeTheFile()
    {
        var content = Bytes.Of((4 * Unit) + 1);
        var url = await _client.CreateSessionAsync("a.bin");
        using var first = await _client.PutFragmentAsync(url, new ArraySegment<byte>(content, 0, 2 * Unit), 0, content.Length);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(["655360-"], await _client.GetNextRangesAsync(url));
        using var second = await _client.PutFragmentAsync(
            url,
            new ArraySegment<byte>(content, 2 * Unit, 2 * Unit),
            2 * Unit,
            content.Length);
        using var last = await _client.PutFragmentAsync(url, content, 4 * Unit, content.Length);
        var json = await EmulatorClient.ReadJsonAsync(last);

        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        Assert.Equal(content.Length, json["size"]!.GetValue<long>());
        Assert.NotNull(json["file"]!["hashes"]!["quickXorHash"]);
        Assert.NotNull(json["id"]);
        Assert.Equal(content, await _client.DriveState.ReadContentAsync("a.bin"));
    }

    [Fact]
    public async Task Session_AfterTheLastFragment_IsGone()
    {
        var url = await _client.CreateSessionAsync("a.bin");
        using var last = await _client.PutFragmentAsync(url, [1], 0, 1);
        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        using var status = await _client.SendAnonymouslyAsync(HttpMethod.Get, url);

        await EmulatorClient.AssertErrorAsync(status, 404, "itemNotFound", "uploadSessionNotFound");
    }

    [Fact]
    public async Task Fragment_ThatWasReceivedBefore_Answers416AndChangesNothing()
    {
        var (url, content) = await _client.BeginUploadAsync("a.bin");
        using var again = await _client.PutFragmentAsync(url, new ArraySegment<byte>(content, 0, Unit), 0, content.Length);

        await EmulatorClient.AssertErrorAsync(again, 416, "invalidRange", "fragmentOverlap");
        Assert.Equal(["327680-"], await _client.GetNextRangesAsync(url));
    }

    [Fact]
    public async Task Fragment_AheadOfItsTurn_Answers416()
    {
        var (url, content) = await _client.BeginUploadAsync("a.bin");
        using var ahead = await _client.PutFragmentAsync(url, content, 2 * Unit, content.Length);

        await EmulatorClient.AssertErrorAsync(ahead, 416, "invalidRange", "fragmentOutOfOrder");
    }

    [Fact]
    public async Task Fragment_ThatIsNotTheLastAndNoMultiple_Answers400()
    {
        var url = await _client.CreateSessionAsync("a.bin");
        using var response = await _client.PutFragmentAsync(url, Bytes.Of(Unit + 1), 0, 3 * Unit);

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
        Assert.Equal(["0-"], await _client.GetNextRangesAsync(url));
    }

    [Fact]
    public async Task Fragment_OfTheLargestSize_Answers413()
    {
        var url = await _client.CreateSessionAsync("a.bin");
        using var response = await _client.PutFragmentAsync(url, Bytes.Of(3 * Unit), 0, 6 * Unit);

        await EmulatorClient.AssertErrorAsync(response, 413, "invalidRequest", "maxFragmentLengthExceeded");
    }

    [Fact]
    public async Task Fragment_WithAnotherTotal_Answers400()
    {
        var (url, content) = await _client.BeginUploadAsync("a.bin");
        using var response = await _client.PutFragmentAsync(url, new ArraySegment<byte>(content, Unit, Unit), Unit, content.Length + 1);

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bytes */0")]
    [InlineData("bytes 0-0/0")]
    [InlineData("bytes 0-3/*")]
    [InlineData("bytes 3-0/4")]
    [InlineData("bytes 0-4/4")]
    [InlineData("bytes -1-3/4")]
    [InlineData("bytes 0-99999999999999999999/4")]
    [InlineData("0-3/4")]
    [InlineData("bytes 0-2/4")]
    public async Task Fragment_WithoutAGoodContentRange_Answers400(string? range)
    {
        var url = await _client.CreateSessionAsync("a.bin");
        using var content = new ByteArrayContent([1, 2, 3, 4]);
        content.Headers.TryAddWithoutValidation("Content-Range", range);
        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Put, url, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Fragment_OfZeroBytes_Answers400()
    {
        var url = await _client.CreateSessionAsync("empty.bin");
        using var content = new ByteArrayContent([]);
        content.Headers.TryAddWithoutValidation("Content-Range", "bytes 0--1/0");
        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Put, url, content);

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task UploadUrl_WithAuthorization_Answers401(string method)
    {
        var url = await _client.CreateSessionAsync("a.bin");
        using var response = await _client.SendAsync(new HttpMethod(method), url, null);

        await EmulatorClient.AssertErrorAsync(response, 401, "unauthenticated");
    }

    [Fact]
    public async Task UploadUrl_WithAuthorization_WorksWhenTheOptionsSaySo()
    {
        await using var client = await EmulatorClient.StartAsync(options => options.RefuseAuthorizationOnAnonymousUrls = false);
        var url = await client.CreateSessionAsync("a.bin");
        using var response = await client.GetAsync(url);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task UploadUrl_WithASpoiltSecret_Answers401()
    {
        var url = await _client.CreateSessionAsync("a.bin");
        using var response = await _client.SendAnonymouslyAsync(HttpMethod.Get, url[..^1] + (url[^1] == '0' ? '1' : '0'));

        await EmulatorClient.AssertErrorAsync(response, 401, "unauthenticated");
    }

    [Fact]
    public async Task Cancel_EndsTheSession()
    {
        var (url, _) = await _client.BeginUploadAsync("a.bin");
        using var cancelled = await _client.SendAnonymouslyAsync(HttpMethod.Delete, url);
        using var status = await _client.SendAnonymouslyAsync(HttpMethod.Get, url);

        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        await EmulatorClient.AssertErrorAsync(status, 404, "itemNotFound", "uploadSessionNotFound");
    }

    [Fact]
    public async Task Session_AfterItsLifetime_IsGone()
    {
        var (url, content) = await _client.BeginUploadAsync("a.bin");
        _clock.Advance(TimeSpan.FromDays(1));
        using var response = await _client.PutFragmentAsync(url, new ArraySegment<byte>(content, Unit, Unit), Unit, content.Length);

        await EmulatorClient.AssertErrorAsync(response, 404, "itemNotFound", "uploadSessionNotFound");
    }

    [Fact]
    public async Task Fragment_ThatBreaksOff_IsNotCounted()
    {
        var (url, content) = await _client.BeginUploadAsync("a.bin");
        using (var stopped = new CancellationTokenSource())
        {
            using var half = new StreamContent(new BreakingStream(content[Unit..(2 * Unit)], Unit / 2, stopped));
            half.Headers.ContentLength = Unit;
            half.Headers.ContentRange = new ContentRangeHeaderValue(Unit, (2 * Unit) - 1, content.Length);
            await Assert.ThrowsAnyAsync<Exception>(() => _client.Http.PutAsync(url, half, stopped.Token));
        }

        Assert.Equal(["327680-"], await _client.GetNextRangesAsync(url));
        using var again = await _client.PutFragmentAsync(url, new ArraySegment<byte>(content, Unit, Unit), Unit, content.Length);
        using var last = await _client.PutFragmentAsync(url, content, 2 * Unit, content.Length);
        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        Assert.Equal(content, await _client.DriveState.ReadContentAsync("a.bin"));
    }

    [Fact]
    public async Task Fragments_SentTwiceAtOnce_CountOnce()
    {
        var (url, content) = await _client.BeginUploadAsync("a.bin");
        var fragment = new ArraySegment<byte>(content, Unit, Unit);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _client.PutFragmentAsync(url, fragment, Unit, content.Length)));

        Assert.Equal([202, 416, 416, 416], answers.Select(answer => (int)answer.StatusCode).Order());
        Assert.Equal(["655360-"], await _client.GetNextRangesAsync(url));
    }
}
