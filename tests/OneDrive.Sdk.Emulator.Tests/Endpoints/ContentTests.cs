using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

public sealed class ContentTests : IAsyncLifetime
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
    public async Task Put_OfANewName_Answers201AndTheItem()
    {
        using var response = await _client.PutAsync($"{_client.Drive}/root:/x/new.bin:/content", _content);
        var json = await EmulatorClient.ReadJsonAsync(response);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(Drive.FindItem("x/new.bin")!.Id, json["id"]!.GetValue<string>());
        Assert.Equal(_content, await Drive.ReadContentAsync("x/new.bin"));
    }

    [Fact]
    public async Task Put_OfAnExistingName_ReplacesUnderTheSameId()
    {
        var before = Drive.FindItem("a.bin")!;
        using var response = await _client.PutAsync($"{_client.Drive}/root:/A.BIN:/content", [1, 2, 3]);
        var after = Drive.FindItem("a.bin")!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((before.Id, "a.bin", 3L), (after.Id, after.Name, after.Size));
        Assert.NotEqual(before.CTag, after.CTag);
    }

    [Fact]
    public async Task Put_ById_Replaces()
    {
        using var response = await _client.PutAsync($"{_client.Drive}/items/{Drive.FindItem("a.bin")!.Id}/content", []);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, Drive.FindItem("a.bin")!.Size);
    }

    [Theory]
    [InlineData("fail", HttpStatusCode.Conflict)]
    [InlineData("replace", HttpStatusCode.OK)]
    [InlineData("rename", HttpStatusCode.Created)]
    public async Task Put_WithAConflictBehavior_FollowsIt(string conflict, HttpStatusCode expected)
    {
        using var response = await _client.PutAsync(
            $"{_client.Drive}/root:/a.bin:/content?@microsoft.graph.conflictBehavior={conflict}",
            [1]);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(conflict == "replace" ? 1 : _content.Length, Drive.FindItem("a.bin")!.Size);
        Assert.Equal(conflict == "rename", Drive.FindItem("a 1.bin") is not null);
    }

    [Theory]
    [InlineData("root:/a.bin:/content", "If-Match", "\"stale\"")]
    [InlineData("root:/none.bin:/content", "If-Match", "*")]
    [InlineData("root:/a.bin:/content", "If-None-Match", "*")]
    public async Task Put_WithAConditionThatFails_Answers412(string path, string header, string value)
    {
        using var response = await _client.PutAsync($"{_client.Drive}/{path}", [1], (header, value));

        await EmulatorClient.AssertErrorAsync(response, 412, "resourceModified", "entityTagDoesNotMatch");
        Assert.Equal(_content.Length, Drive.FindItem("a.bin")!.Size);
    }

    [Fact]
    public async Task Put_WithTheTagOfTheContent_Replaces()
    {
        using var response = await _client.PutAsync(
            $"{_client.Drive}/root:/a.bin:/content",
            [1],
            ("If-Match", Drive.FindItem("a.bin")!.CTag));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Put_OfMoreThanTheLimit_Answers413(bool chunked)
    {
        using var content = new ByteArrayContent(Bytes.Of(300_001));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{_client.Drive}/root:/big.bin:/content") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _client.Token);
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await _client.Http.SendAsync(request);

        await EmulatorClient.AssertErrorAsync(response, 413, "invalidRequest", "maxFileSizeExceeded");
        Assert.Null(Drive.FindItem("big.bin"));
    }

    [Fact]
    public async Task Put_OfUnknownLength_IsStored()
    {
        using var content = new ByteArrayContent(_content);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{_client.Drive}/root:/chunked.bin:/content") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _client.Token);
        request.Headers.TransferEncodingChunked = true;
        using var response = await _client.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(_content, await Drive.ReadContentAsync("chunked.bin"));
    }

    [Fact]
    public async Task Put_OverTheQuota_Answers507AndStoresNothing()
    {
        Drive.Quota = _content.Length + 10;
        using var response = await _client.PutAsync($"{_client.Drive}/root:/b.bin:/content", Bytes.Of(11));
        using var smaller = await _client.PutAsync($"{_client.Drive}/root:/b.bin:/content", Bytes.Of(10));

        await EmulatorClient.AssertErrorAsync(response, 507, "quotaLimitReached");
        Assert.Equal(HttpStatusCode.Created, smaller.StatusCode);
    }

    [Theory]
    [InlineData("root:/f:/content", 409, "nameAlreadyExists")]
    [InlineData("root:/a.bin/x.bin:/content", 404, "itemNotFound")]
    [InlineData("items/none/content", 404, "itemNotFound")]
    [InlineData("root:/x%3Ay:/content", 400, "invalidRequest")]
    [InlineData("root:/../x:/content", 400, "invalidRequest")]
    public async Task Put_WhereNoFileCanBe_IsRefused(string path, int status, string code)
    {
        Drive.WithFolder("f");
        using var content = new ByteArrayContent([1]);
        using var response = await _client.SendAsync(
            HttpMethod.Put,
            $"{_client.Drive}/{path.Replace("..", "%2E%2E%2F", StringComparison.Ordinal)}",
            content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAFolder_Answers400()
    {
        using var response = await _client.GetAsync($"{_client.Drive}/root/content");

        await EmulatorClient.AssertErrorAsync(response, 400, "invalidRequest");
    }

    [Fact]
    public async Task Get_RedirectsToAnAnonymousUrl()
    {
        using var response = await _client.GetAsync($"{_client.Drive}/root:/a.bin:/content");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("tempauth=", response.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task DiscardContent_KeepsLengthAndHashesButNotBytes()
    {
        await using var client = await EmulatorClient.StartAsync(options => options.DiscardContent = true);
        var content = Bytes.Of((2 * Bytes.FragmentUnit) + 5);
        var url = await client.CreateSessionAsync("a.bin");
        using var first = await client.PutFragmentAsync(url, new ArraySegment<byte>(content, 0, Bytes.FragmentUnit), 0, content.Length);
        using var last = await client.PutFragmentAsync(url, content, Bytes.FragmentUnit, content.Length);
        using var simple = await client.PutAsync($"{client.Drive}/root:/b.bin:/content", content);
        var (byParts, atOnce) = (client.DriveState.FindItem("a.bin")!, client.DriveState.FindItem("b.bin")!);

        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        Assert.Equal(content.Length, byParts.Size);
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(content)).ToLowerInvariant(), byParts.Sha256);
        Assert.Equal((atOnce.Sha256, atOnce.QuickXorHash), (byParts.Sha256, byParts.QuickXorHash));
        Assert.Throws<FileNotFoundException>(() => client.DriveState.OpenContent("a.bin"));
        using var redirect = await client.GetAsync($"{client.Drive}/root:/a.bin:/content");
        using var download = await client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);
        Assert.Equal(HttpStatusCode.Gone, download.StatusCode);
    }
}
