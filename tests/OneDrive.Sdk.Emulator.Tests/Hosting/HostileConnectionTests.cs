using System.Net.Sockets;
using System.Text;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Hosting;

/// <summary>What no HTTP client would send: the answer is the client's fault, comes at once, and hurts nobody else.</summary>
public sealed class HostileConnectionTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync(options => options.DriveType = EmulatorDriveType.Personal);
        _client.DriveState.WithFile("a.bin", Bytes.Of(100));
        _client.Token = _client.Emulator.IssueAccessToken(_client.Emulator.DefaultUser);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Head_ThatIsTooLarge_IsRefused()
    {
        string[] requests =
        [
            Request("GET /v1.0/me/drive", "X: " + new string('x', 100_000)),
            Request("GET /v1.0/me/drive", string.Join("\r\n", Enumerable.Range(0, 500).Select(number => $"X{number}: y"))),
            Request($"GET /v1.0/me/drive/root:/{new string('a', 100_000)}"),
            Request($"GET /v1.0/me/drive/root/children?$filter={new string('(', 100_000)}"),
        ];
        foreach (var request in requests)
        {
            Assert.InRange(await SendAsync(request), 400, 499);
        }
    }

    [Theory]
    [InlineData("PUT", "root:/b.bin:/content")]
    [InlineData("POST", "root/children")]
    [InlineData("POST", "root:/b.bin:/createUploadSession")]
    [InlineData("PATCH", "root:/a.bin")]
    [InlineData("PUT", "root:/a.bin:/thumbnails/0/source/content")]
    [InlineData("POST", "root:/a.bin:/createLink")]
    public async Task Length_OfExabytes_IsRefusedBeforeTheFirstByte(string method, string path)
        => Assert.InRange(await SendAsync(Request($"{method} /v1.0/me/drive/{path}", $"Content-Length: {long.MaxValue}")), 400, 499);

    [Fact]
    public async Task Length_OfAForm_IsRefusedBeforeTheFirstByte()
        => Assert.InRange(
            await SendAsync(Request(
                "POST /common/oauth2/v2.0/token",
                $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {long.MaxValue}")),
            400,
            499);

    [Fact]
    public async Task Garbage_BehindAGoodRequest_SpoilsOnlyItself()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(_client.Emulator.Endpoint.Host, _client.Emulator.Endpoint.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes("GET /_emulator/health HTTP/1.1\r\nHost: x\r\n\r\n\0\x1\x2 what? \r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answers = await reader.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 ", answers, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 400 ", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_ThatNeverFinishTheirHead_KeepNobodyWaiting()
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var number = 0; number < 100; number++)
            {
                var connection = new TcpClient();
                slow.Add(connection);
                await connection.ConnectAsync(_client.Emulator.Endpoint.Host, _client.Emulator.Endpoint.Port);
                await connection.GetStream().WriteAsync("GET /v1.0/me/drive HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray());
            }

            using var response = await _client.GetAsync(_client.Drive);
            Assert.True(response.IsSuccessStatusCode);
        }
        finally
        {
            slow.ForEach(connection => connection.Dispose());
        }
    }

    [Theory]
    [InlineData("..%2f..%2fevil")]
    [InlineData("..%5c..%5cevil")]
    [InlineData("%2e%2e/%2e%2e/evil")]
    [InlineData("%c0%ae%c0%ae/evil")]
    [InlineData("%c0%af%c0%afevil")]
    [InlineData("a%00b")]
    [InlineData("a%0d%0aX-Injected:%201")]
    [InlineData("%ed%a0%80")]
    [InlineData("a%2f..%2fb")]
    [InlineData("%2e")]
    public async Task Path_OfAnyTrick_StaysWithinTheDrive_UnderAnHonestName(string path)
    {
        var request = Request($"PUT /v1.0/me/drive/root:/{path}:/content", "Content-Length: 1") + "x";

        Assert.InRange(await SendAsync(request), 200, 499);
        Assert.All(_client.DriveState.ListItems(), item => Assert.True(
            item.Name is not ("." or "..") && item.Name.IndexOfAny(['/', '\\', '\0', '\r', '\n']) < 0, item.Name));
        using var children = await _client.GetAsync($"{_client.Drive}/root/children");
        Assert.True(children.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("bytes=9-1", 200)]
    [InlineData("bytes=0-0,5-9", 200)]
    [InlineData("bytes=-0", 416)]
    [InlineData("bytes=100-", 416)]
    [InlineData("bytes=99-99999999999999999999", 200)]
    [InlineData("bytes=99-9223372036854775807", 206)]
    [InlineData("bytes=-9223372036854775807", 206)]
    [InlineData("bytes=a-b", 200)]
    [InlineData("lines=1-2", 200)]
    public async Task Range_OfAnyKind_IsServedOrNotSatisfiable(string range, int expected)
    {
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.bin:/content");
        using var response = await _client.SendAnonymouslyAsync(
            HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri, null, ("Range", range));

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("$top=2147483647", 200)]
    [InlineData("$top=99999999999", 400)]
    [InlineData("$top=0", 400)]
    [InlineData("$top=-1", 400)]
    public async Task Top_OfAnySize_IsAPageOrRefused(string option, int expected)
    {
        using var response = await _client.GetAsync($"{_client.Drive}/root/children?{option}");

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task Json_OfAnyDepth_OrWithHalfACharacter_IsRefused()
    {
        const int Depth = 200_000;
        string[] bodies =
        [
            string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + "1" + new string('}', Depth),
            "{\"name\":\"x\",\"folder\":" + new string('[', Depth) + new string(']', Depth) + "}",
            """{"name":"x","folder":{},"other":"\udc00"}""",
            """{"name":"x","folder":{},"\ud800":1}""",
        ];
        foreach (var body in bodies)
        {
            using var response = await _client.PostAsync($"{_client.Drive}/root/children", body);
            await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
        }
    }

    [Theory]
    [InlineData("multipart/related; boundary=x", "--x\r\nContent-ID: <metadata>\r\n\r\n{")]
    [InlineData("multipart/related; boundary=x", "--x\r\nno colon\r\n\r\n{}\r\n--x--")]
    [InlineData("multipart/related; boundary=x", "")]
    [InlineData("multipart/related; boundary=\"\"", "----")]
    [InlineData("multipart/related; boundary={long}", "--x")]
    public async Task Parts_ThatAreBroken_AreRefused(string type, string body)
    {
        type = type.Replace("{long}", new string('b', 10_000), StringComparison.Ordinal);
        var request = Request("POST /v1.0/me/drive/root/children", $"Content-Type: {type}\r\nContent-Length: {body.Length}") + body;

        Assert.Equal(400, await SendAsync(request));
    }

    [Fact]
    public async Task ForwardedHost_ThatNoHeaderCanCarry_IsNotRepeated()
    {
        var request = Encoding.UTF8.GetBytes(Request("GET /v1.0/me/drive/root:/a.bin:/content", "X-Forwarded-Host: bücher.example"));

        Assert.Equal(302, await RawConnection.SendAsync(_client.Emulator.Endpoint, request));
    }

    private Task<int> SendAsync(string request) => RawConnection.SendAsync(_client.Emulator.Endpoint, request);

    private string Request(string line, string headers = "Accept: */*")
        => $"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {_client.Token}\r\nConnection: close\r\n{headers}\r\n\r\n";
}
