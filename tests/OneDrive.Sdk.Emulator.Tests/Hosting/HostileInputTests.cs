using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Hosting;

/// <summary>Whatever arrives, the answer is the client's fault (4xx) and never the emulator's (5xx).</summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync();
        _client.DriveState.WithFile("a.bin", [1]);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("/v1.0/drives/{d}/root:/%")]
    [InlineData("/v1.0/drives/{d}/root:/%zz")]
    [InlineData("/v1.0/drives/{d}/root:/%C3")]
    [InlineData("/v1.0/drives/{d}/root:/%FF%FE")]
    [InlineData("/v1.0/drives/{d}/root:/%00")]
    [InlineData("/v1.0/drives/{d}/root:/a%00b:/children")]
    [InlineData("/v1.0/drives/{d}/root:/..")]
    [InlineData("/v1.0/drives/{d}/root:/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/v1.0/drives/{d}/root:/%252E%252E/x")]
    [InlineData("/v1.0/drives/{d}/root:x:y:z/children")]
    [InlineData("/v1.0/drives/{d}/items")]
    [InlineData("/v1.0/drives/{d}/items/")]
    [InlineData("/v1.0/drives/{d}/items/:/")]
    [InlineData("/v1.0/drives/{d}/root/unknownVerb")]
    [InlineData("/v1.0/drives/{d}/root/children/a/b/c/d")]
    [InlineData("/v1.0/drives/{d}/root/search(q='x')")]
    [InlineData("/v1.0/drives/%21%21%00")]
    [InlineData("/v1.0")]
    [InlineData("/v1.0/")]
    [InlineData("/v1.0//")]
    [InlineData("/v1.0/drives")]
    [InlineData("/v1.0/users//drive")]
    [InlineData("/v1.0/drives/{d}/root/children?$top=99999999999999999999")]
    [InlineData("/v1.0/drives/{d}/root/children?$skiptoken=cGFnZTotMQ")]
    [InlineData("/v1.0/drives/{d}/root/children?$skiptoken=cGFnZTo5OTk5OTk5OTk5OTk")]
    [InlineData("/v1.0/users?$filter=mail%20eq%20%27%27%27")]
    [InlineData("/_transfer/uploadSession")]
    [InlineData("/_transfer/uploadSession?guid=%00&tempauth=%00")]
    [InlineData("/_transfer/download")]
    [InlineData("/_transfer/download?DriveId={d}&UniqueId=x&tempauth=v1.ffff.")]
    [InlineData("/_transfer/download?DriveId=&UniqueId=&tempauth=v1..")]
    [InlineData("/_transfer")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("//")]
    [InlineData("/?")]
    [InlineData("*")]
    [InlineData("no-slash")]
    [InlineData("http://elsewhere.example/v1.0/users")]
    public async Task Get_OfAnyTarget_IsNeverAServerError(string target)
    {
        foreach (var method in new[] { "GET", "DELETE", "POST", "PATCH", "PUT", "HEAD", "OPTIONS", "TRACE", "BREW" })
        {
            var status = await RawConnection.SendAsync(
                _client.Emulator.Endpoint,
                Request($"{method} {target.Replace("{d}", _client.DriveState.Id, StringComparison.Ordinal)}"));

            Assert.InRange(status, 200, 499);
        }
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 5")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 3")]
    [InlineData("Range: bytes=18446744073709551616-\r\nIf-Match: \"\r\nIf-None-Match: ,,,\"")]
    [InlineData("client-request-id: \u00e4\u00f6\u00fc")]
    [InlineData("client-request-id: a\tb")]
    [InlineData("X-Forwarded-Host: a b c/..\\?#@\r\nX-Forwarded-Proto: javascript")]
    [InlineData("X-Forwarded-Host: user:pass@host")]
    [InlineData("Prefer: \u00ff\u00fe")]
    [InlineData("Expect: 200-maybe")]
    public async Task Put_WithAnyHeader_IsNeverAServerError(string headers)
    {
        string[] paths = [$"{_client.Drive}/root:/b:/content", $"{_client.Drive}/root:/b:/createUploadSession", "common/oauth2/v2.0/token"];
        foreach (var path in paths)
        {
            foreach (var method in new[] { "PUT", "POST" })
            {
                // Zero means that the connection was closed without a word, which is all that a broken-off body deserves.
                var request = Request($"{method} /{path}", headers);
                Assert.InRange(await RawConnection.SendAsync(_client.Emulator.Endpoint, request, breaksOff: true), 0, 499);
            }
        }

        using var healthy = await _client.Http.GetAsync("_emulator/health");
        Assert.True(healthy.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("PATCH", "root:/a.bin")]
    [InlineData("POST", "root/children")]
    [InlineData("POST", "root:/b.bin:/createUploadSession")]
    [InlineData("PUT", "root:/b.bin")]
    public async Task Body_OfAnyKind_IsNeverAServerError(string method, string path)
    {
        string[] bodies =
        [
            "\0", "{", "\"text\"", "[[[[[[", new string('[', 10_000), "\ufeff{}",
            """{"name":"\ud800","folder":{}}""",
            """{"name":{},"folder":{}}""",
            """{"name":"a","name":"b","folder":{}}""",
            """{"item":7}""",
            """{"item":{"fileSize":"7"}}""",
            """{"item":{"fileSize":1e99}}""",
            """{"item":{"fileSystemInfo":[]}}""",
            """{"item":{"fileSystemInfo":{"createdDateTime":"0001-01-01T00:00:00+14:00"}}}""",
            """{"fileSystemInfo":{"createdDateTime":"0001-01-01T00:00:00+14:00"}}""",
            """{"deferCommit":"yes"}""",
            """{"parentReference":{"path":"%"}}""",
            """{"parentReference":7}""",
            """{"@microsoft.graph.sourceUrl":"nonsense"}""",
            """{"@microsoft.graph.sourceUrl":"http://["}""",
            """{"@microsoft.graph.conflictBehavior":7}""",
        ];
        foreach (var body in bodies)
        {
            using var content = new StringContent(body);
            using var response = await _client.SendAsync(new HttpMethod(method), $"{_client.Drive}/{path}", content);

            Assert.InRange((int)response.StatusCode, 200, 499);
        }
    }

    [Fact]
    public async Task ClientRequestId_IsRepeatedWhenItCanBe()
    {
        using var good = await _client.GetAsync(_client.Drive, ("client-request-id", "my-id-1"));
        using var bad = await _client.GetAsync(_client.Drive, ("client-request-id", new string('x', 200)));

        Assert.Equal("my-id-1", good.Headers.GetValues("client-request-id").Single());
        Assert.Equal(bad.Headers.GetValues("request-id").Single(), bad.Headers.GetValues("client-request-id").Single());
    }

    private string Request(string line, string headers = "Accept: */*")
        => $"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {_client.Token}\r\nConnection: close\r\n{headers}\r\n\r\n";
}
