using OneDrive.Sdk.Tests.Http;

namespace OneDrive.Sdk.Tests.Threats;

/// <summary>Addresses that the service gives for uploads, downloads and copies: none of them ever receives a token.</summary>
public sealed class HostileAddressTests : IDisposable
{
    private const string NotThere = """{"error":{"code":"itemNotFound","message":"Not there."}}""";
    private const string Item = """{"id":"1","name":"a.bin","size":2000,"file":{},"eTag":"e","parentReference":{"driveId":"d"}}""";

    private readonly ScriptedTransport _transport = new();
    private readonly OneDriveClient _client;

    public HostileAddressTests()
    {
        var options = new OneDriveOptions();
        options.Transfers.SingleRequestLimit = 1000;
        options.DefaultHeaders["X-Contoso"] = "secret";
        _client = new OneDriveClient(new CountingTokens(), options, _transport);
    }

    public void Dispose()
    {
        _client.Dispose();
        _transport.Dispose();
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("https://graph.microsoft.com/v1.0/me/drive/upload")]
    [InlineData("https://user:password@graph.microsoft.com/v1.0/upload")]
    [Trait("Threat", "T2")]
    public async Task AnUploadUrl_GetsNoToken(string url)
    {
        _transport.Answer(404, NotThere)
            .Answer(200, $$"""{"uploadUrl":"{{url}}","expirationDateTime":"2099-01-01T00:00:00Z"}""").Answer(201, Item).Answer(200, Item);

        await UploadAsync();

        // What stands there, the session, the bytes, and the hash that the last answer did not give.
        Assert.Equal(4, _transport.Sent.Count);
        Assert.All(_transport.Sent.Take(2), request => Assert.NotNull(request.Authorization));
        Assert.Null(_transport.Sent[2].Authorization);
    }

    [Theory]
    [InlineData("http://evil.example/upload")]
    [InlineData("http://127.0.0.1:8080/upload")]
    [InlineData("http://localhost/upload")]
    [InlineData("http://[::1]/upload")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("ftp://evil.example/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [Trait("Threat", "T4")]
    [Trait("Threat", "T10")]
    public async Task AnUploadUrlThatIsNotHttps_GetsNothing(string url)
    {
        _transport.Answer(404, NotThere)
            .Answer(200, $$"""{"uploadUrl":"{{url}}","expirationDateTime":"2099-01-01T00:00:00Z"}""");

        await Assert.ThrowsAsync<OneDriveConnectionException>(UploadAsync);

        Assert.Equal(2, _transport.Sent.Count);
    }

    [Fact]
    [Trait("Threat", "T3")]
    public async Task ADownloadThatIsRedirectedFromHostToHost_TakesNothingAlong()
    {
        _transport.Answer(200, Item)
            .Answer(302, null, ("Location", "https://download.example/1"), ("Set-Cookie", "session=1"))
            .Answer(302, null, ("Location", "https://evil.example/2"))
            .Answer(302, null, ("Location", "https://graph.microsoft.com/v1.0/3"))
            .Answer(200, new string('a', 2000));

        await _client.Content.DownloadAsync(DriveAddress.Me.Path("/a.bin"), Stream.Null);

        var anonymous = _transport.Sent.Skip(2).ToList();
        Assert.Equal(["download.example", "evil.example", "graph.microsoft.com"], anonymous.Select(request => request.Address.Host));
        Assert.All(anonymous, request => Assert.Null(request.Authorization));
        Assert.All(anonymous, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
        Assert.All(anonymous, request => Assert.DoesNotContain("X-Contoso", request.Headers.Keys));
    }

    [Theory]
    [InlineData("http://download.example/1")]
    [InlineData("http://127.0.0.1/1")]
    [InlineData("ftp://download.example/1")]
    [Trait("Threat", "T3")]
    [Trait("Threat", "T10")]
    public async Task ADownloadThatIsRedirectedAwayFromHttps_IsGivenUp(string location)
    {
        _transport.Answer(200, Item).Answer(302, null, ("Location", location));

        await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => _client.Content.DownloadAsync(DriveAddress.Me.Path("/a.bin"), Stream.Null));

        Assert.Equal(2, _transport.Sent.Count);
    }

    [Fact]
    [Trait("Threat", "T3")]
    public async Task ADownloadThatIsRedirectedInACircle_IsGivenUp()
    {
        _transport.Answer(200, Item);
        for (var i = 0; i < 10; i++)
            _transport.Answer(302, null, ("Location", "https://download.example/again"));

        await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => _client.Content.DownloadAsync(DriveAddress.Me.Path("/a.bin"), Stream.Null));

        Assert.Equal(7, _transport.Sent.Count);
    }

    [Theory]
    [InlineData("https://evil.example/monitor")]
    [InlineData("https://graph.microsoft.com/v1.0/monitor")]
    [Trait("Threat", "T2")]
    public async Task AMonitorUrl_GetsNoToken(string url)
    {
        _transport.Answer(200, """{"id":"2","parentReference":{"driveId":"d"}}""")
            .Answer(202, null, ("Location", url))
            .Answer(200, """{"status":"inProgress","percentageComplete":1}""");

        var copy = await _client.Items.StartCopyAsync(DriveAddress.ById("d").Item("1"), DriveAddress.Me.Path("/to"));
        await copy.GetStatusAsync();

        var asked = _transport.Sent[^1];
        Assert.Equal(new Uri(url), asked.Address);
        Assert.Null(asked.Authorization);
    }

    private Task<UploadResult> UploadAsync() =>
        _client.Content.UploadAsync(
            DriveAddress.Me.Path("/a.bin"), new MemoryStream(new byte[2000]), new UploadOptions { Conflict = ConflictBehavior.Replace });
}
