using System.Net;
using System.Text.Json;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Faults;

public sealed class FaultTests : IAsyncLifetime
{
    private const int Unit = Bytes.FragmentUnit;
    private readonly MovableClock _clock = new();
    private EmulatorClient _client = null!;

    private FaultPlan Faults => _client.Emulator.Faults;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync(options => options.TimeProvider = _clock);

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData(2000, RetryAfterForm.Seconds, "2")]
    [InlineData(2128, RetryAfterForm.Seconds, "3")]
    [InlineData(0, RetryAfterForm.Seconds, "0")]
    [InlineData(2128, RetryAfterForm.DecimalSeconds, "2.128")]
    [InlineData(2000, RetryAfterForm.HttpDate, "Wed, 04 Mar 2026 05:06:10 GMT")]
    public async Task Throttle_Answers429WithRetryAfterInTheChosenForm(int milliseconds, RetryAfterForm form, string expected)
    {
        Faults.Add(Fault.Throttle(TimeSpan.FromMilliseconds(milliseconds), form));
        using var response = await _client.GetAsync($"{_client.Drive}/root");

        await EmulatorClient.AssertErrorAsync(response, 429, "activityLimitReached");
        Assert.Equal(expected, response.Headers.GetValues("Retry-After").Single());
        Assert.Equal("Wed, 04 Mar 2026 05:06:07 GMT", response.Headers.GetValues("Date").Single());
    }

    [Fact]
    public async Task Throttle_WithoutAWish_SendsNoRetryAfter()
    {
        Faults.Add(Fault.Throttle());
        using var response = await _client.GetAsync($"{_client.Drive}/root");

        Assert.Null(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Status_AnswersThatStatusCodeAndBody_AndDoesNothing()
    {
        Faults.Add(Fault.Status(503, "serviceReadOnly", TimeSpan.FromSeconds(1)).On(EmulatorOperation.CreateFolder));
        Faults.Add(Fault.Status(502, body: "<html>bad gateway</html>").On(EmulatorOperation.CreateFolder));
        using var first = await CreateFolderAsync();
        using var second = await CreateFolderAsync();
        using var third = await CreateFolderAsync();

        await EmulatorClient.AssertErrorAsync(first, 503, "serviceReadOnly");
        Assert.Equal("1", first.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.BadGateway, second.StatusCode);
        Assert.Equal("<html>bad gateway</html>", await second.Content.ReadAsStringAsync());
        Assert.Equal("text/html", second.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Created, third.StatusCode);
    }

    [Theory]
    [InlineData(199)]
    [InlineData(600)]
    public void Status_OutOfRange_IsRefused(int status) => Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Status(status));

    [Fact]
    public async Task Fault_StrikesOnlyItsOperationAfterSomeAndSoManyTimes()
    {
        Faults.Add(Fault.Status(500).On(EmulatorOperation.GetDrive).After(2).Times(2));
        var statuses = new List<int>();
        for (var index = 0; index < 6; index++)
        {
            using var other = await _client.GetAsync($"{_client.Drive}/root");
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            using var response = await _client.GetAsync(_client.Drive);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([200, 200, 500, 500, 200, 200], statuses);
        Assert.Empty(Faults.ToList());
    }

    [Fact]
    public async Task Fault_StrikesOnlyItsPath_AlsoBehindUploadAndDownloadUrls()
    {
        _client.DriveState.WithFile("Reports/a.bin", [1]).WithFile("b.bin", [1]);
        Faults.Add(Fault.Status(500).OnPath("reports/").Always());
        using var byPath = await _client.GetAsync($"{_client.Drive}/root:/Reports/a.bin");
        using var other = await _client.GetAsync($"{_client.Drive}/root:/b.bin:/content");
        using var otherDownload = await _client.SendAnonymouslyAsync(HttpMethod.Get, other.Headers.Location!.AbsoluteUri);
        using var byId = await _client.GetAsync($"{_client.Drive}/items/{_client.DriveState.FindItem("Reports/a.bin")!.Id}/content");
        using var download = await _client.SendAnonymouslyAsync(HttpMethod.Get, byId.Headers.Location!.AbsoluteUri);
        var folder = _client.DriveState.FindItem("Reports")!.Id;
        using var session = await _client.PostAsync($"{_client.Drive}/items/{folder}:/c.bin:/createUploadSession", "{}");
        var url = (await EmulatorClient.ReadJsonAsync(session))["uploadUrl"]!.GetValue<string>();
        using var fragment = await _client.PutFragmentAsync(url, [1], 0, 1);

        Assert.Equal(
            [500, 302, 200, 302, 500, 500],
            new[] { byPath, other, otherDownload, byId, download, fragment }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task Clear_RemovesEveryFault()
    {
        Faults.Add(Fault.Status(500).Always()).Clear();
        using var response = await _client.GetAsync(_client.Drive);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Probability_WithTheSameSeed_StrikesTheSameRequests()
    {
        var first = await StrikesAsync(7);
        var again = await StrikesAsync(7);
        var other = await StrikesAsync(8);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(status => status == 500), 5, 35);
    }

    [Fact]
    public async Task Token_CanBeThrottledToo()
    {
        Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(60)).On(EmulatorOperation.Token));
        using var content = new FormUrlEncodedContent([]);
        using var response = await _client.Http.PostAsync($"{_client.Emulator.TenantId}/oauth2/v2.0/token", content);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
    }

    [Theory]
    [InlineData(false, 404, "itemNotFound")]
    [InlineData(true, 403, "accessDenied")]
    public async Task ExpireSession_TakesTheSessionAwayForGood(bool revoke, int status, string code)
    {
        var content = Bytes.Of(Unit + 1);
        var url = await _client.CreateSessionAsync("a.bin");
        using var first = await _client.PutFragmentAsync(url, new ArraySegment<byte>(content, 0, Unit), 0, content.Length);
        Faults.Add((revoke ? Fault.RevokeSession() : Fault.ExpireSession()).On(EmulatorOperation.UploadFragment));
        using var last = await _client.PutFragmentAsync(url, content, Unit, content.Length);
        using var later = await _client.SendAnonymouslyAsync(HttpMethod.Get, url);

        Assert.Equal((status, status), ((int)last.StatusCode, (int)later.StatusCode));
        Assert.Contains(code, await later.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(_client.DriveState.FindItem("a.bin"));
    }

    [Fact]
    public async Task MalformedJson_IsAnAnswerThatCannotBeParsed()
    {
        Faults.Add(Fault.MalformedJson().On(EmulatorOperation.GetDrive));
        using var response = await _client.GetAsync(_client.Drive);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(response.Content.ReadAsStream()));
    }

    [Fact]
    public async Task CorruptStoredBytes_StoresSomethingElseThanWasSent()
    {
        Faults.Add(Fault.CorruptStoredBytes(2).On(EmulatorOperation.UploadFragment));
        var url = await _client.CreateSessionAsync("a.bin");
        using var response = await _client.PutFragmentAsync(url, [1, 2, 3, 4], 0, 4);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal([1, 2, 0xFC, 4], await _client.DriveState.ReadContentAsync("a.bin"));
        var stored = _client.DriveState.FindItem("a.bin")!.QuickXorHash;
        Assert.NotEqual(_client.DriveState.WithFile("as sent.bin", [1, 2, 3, 4]).FindItem("as sent.bin")!.QuickXorHash, stored);
    }

    private static async Task<List<int>> StrikesAsync(int seed)
    {
        await using var client = await EmulatorClient.StartAsync(options => options.Seed = seed);
        client.Emulator.Faults.Add(Fault.Status(500).WithProbability(0.5));
        var statuses = new List<int>();
        for (var index = 0; index < 40; index++)
        {
            using var response = await client.GetAsync(client.Drive);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }

    private Task<HttpResponseMessage> CreateFolderAsync()
        => _client.PostAsync($"{_client.Drive}/root/children", """{"name":"New","folder":{}}""");
}
