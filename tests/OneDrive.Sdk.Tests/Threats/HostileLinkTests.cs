using System.Text.Json;
using OneDrive.Sdk.Tests.Http;

namespace OneDrive.Sdk.Tests.Threats;

/// <summary>A service that was taken over, or somebody who wrote into a store, names another place as the next page.</summary>
[Trait("Threat", "T1")]
public sealed class HostileLinkTests : IDisposable
{
    private readonly ScriptedTransport _transport = new();
    private readonly CountingTokens _tokens = new();
    private readonly OneDriveClient _client;

    public HostileLinkTests() => _client = new OneDriveClient(_tokens, transport: _transport);

    public static TheoryData<string> Links =>
    [
        "https://evil.example/v1.0/me",
        "https://graph.microsoft.com.evil.example/v1.0/me",
        "https://graph.microsoft.com@evil.example/v1.0/me",
        "https://graph.microsoft.com:token@graph.microsoft.com/v1.0/me",
        """https:\\evil.example\v1.0\me""",
        """https://graph.microsoft.com\@evil.example/v1.0/me""",
        "https://graph.micr\u043Esoft.com/v1.0/me",
        "https://graph.microsoft.com./v1.0/me",
        "https://graph.microsoft.com:8443/v1.0/me",
        "http://graph.microsoft.com/v1.0/me",
        "https://graph.microsoft.com/v1.0/../beta/me",
        "https://evil.example/https://graph.microsoft.com/v1.0/me",
        "//evil.example/v1.0/me",
        "file:///v1.0/me",
    ];

    public void Dispose()
    {
        _client.Dispose();
        _transport.Dispose();
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task ANextLinkToAnotherPlace_GetsNoTokenAndNoRequest(string link)
    {
        _transport.Answer(200, $$"""{"value":[],"@odata.nextLink":"{{JsonEncodedText.Encode(link)}}"}""");

        var failure = await Assert.ThrowsAsync<OneDriveConnectionException>(async () =>
        {
            await foreach (var item in _client.Items.ListChildrenAsync(DriveAddress.Me.Root))
                Assert.Fail(item.Name);
        });

        Assert.False(failure.IsTransient);
        Assert.Single(_transport.Sent);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task ADeltaLinkToAnotherPlace_GetsNoTokenAndNoRequest(string link)
    {
        _transport.Answer(200, $$"""{"value":[],"@odata.nextLink":"{{JsonEncodedText.Encode(link)}}"}""");

        await Assert.ThrowsAnyAsync<OneDriveException>(() => ReadAsync(since: null));

        Assert.Single(_transport.Sent);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task AStoredCheckpointOfAnotherPlace_GetsNoTokenAndNoRequest(string link)
    {
        var failure = await Record.ExceptionAsync(() => ReadAsync(new DeltaCheckpoint(link)));

        Assert.True(failure is ArgumentException or OneDriveException, $"{failure}");
        Assert.Empty(_transport.Sent);
        Assert.Empty(_tokens.Requests);
    }

    [Fact]
    public async Task ALinkInOtherLetters_IsTheSamePlace()
    {
        _transport.Answer(200, """{"value":[],"@odata.nextLink":"HTTPS://GRAPH.microsoft.com:443/v1.0/me/next"}""")
            .Answer(200, """{"value":[]}""");

        await foreach (var item in _client.Items.ListChildrenAsync(DriveAddress.Me.Root))
            Assert.Fail(item.Name);

        Assert.All(_transport.Sent, request => Assert.Equal("graph.microsoft.com", request.Address.Host));
    }

    private async Task ReadAsync(DeltaCheckpoint? since)
    {
        await foreach (var page in _client.Changes.ReadAsync(DriveAddress.Me.Root, since))
            Assert.Empty(page.Items);
    }
}
