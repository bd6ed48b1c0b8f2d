using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Endpoints;

/// <summary>Files of which the drive says other things than are true, or which it does not hand out.</summary>
public sealed class DescribedContentTests : IAsyncLifetime
{
    private readonly byte[] _content = Bytes.Of(1000);
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync();
        _client.DriveState.WithFile("a.docx", _content);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task DescribeContent_ChangesWhatIsSaidAndNotWhatIsHandedOut()
    {
        _client.DriveState.DescribeContent("a.docx", 1234, quickXorHash: null, sha1Hash: "ABCD");

        using var answer = await _client.GetAsync($"{_client.Drive}/root:/a.docx");
        var item = await EmulatorClient.ReadJsonAsync(answer);
        Assert.Equal(1234, (long)item["size"]!);
        Assert.Equal("{\"sha1Hash\":\"ABCD\"}", item["file"]!["hashes"]!.ToJsonString());
        using var response = await DownloadAsync();
        Assert.Equal(_content, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Infect_HandsTheFileOutNoMore_UntilItHasNewContent()
    {
        _client.DriveState.Infect("a.docx");

        using var refused = await DownloadAsync();
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.True(refused.Headers.Contains("X-Virus-Infected"));

        _client.DriveState.WithFile("a.docx", _content);
        using var response = await DownloadAsync();
        Assert.Equal(_content, await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpResponseMessage> DownloadAsync()
    {
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.docx:/content");
        return await _client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri, null);
    }
}
