using OneDrive.Sdk.Tests.Http;

namespace OneDrive.Sdk.Tests.Changes;

/// <summary>Answers that only a service in trouble, or a hostile one, would give.</summary>
public sealed class ReadChangesTests : IDisposable
{
    private const string Root = "https://graph.microsoft.com/v1.0/me/drive/root/";

    private readonly ScriptedTransport _transport = new();
    private readonly OneDriveClient _client;

    public ReadChangesTests() => _client = new OneDriveClient(new CountingTokens(), transport: _transport);

    public void Dispose()
    {
        _client.Dispose();
        _transport.Dispose();
    }

    [Theory]
    [InlineData("delta(token=abc)")]
    [InlineData("delta(token='abc')")]
    [InlineData("delta?token=abc")]
    [InlineData("delta?(token='abc')&$select=id")]
    public async Task ReadAsync_FollowsEveryFormOfLink_AsItIs(string link)
    {
        _transport
            .Answer(200, $$"""{"value":[],"@odata.nextLink":"{{Root}}{{link}}"}""")
            .Answer(200, $$"""{"value":[{"id":"1"}],"@odata.deltaLink":"{{Root}}delta?token=end"}""");

        var pages = await ReadAsync();

        Assert.Equal(Root + link, _transport.Sent[1].Address.AbsoluteUri);
        Assert.Equal([false, true], pages.Select(page => page.IsLast));
        Assert.Equal([Root + link, Root + "delta?token=end"], pages.Select(page => page.Checkpoint.Value));
    }

    [Fact]
    public async Task ReadAsync_SendsItsHeadersWithEveryPage()
    {
        _transport
            .Answer(200, $$"""{"value":[],"@odata.nextLink":"{{Root}}delta?token=a"}""")
            .Answer(200, $$"""{"value":[],"@odata.deltaLink":"{{Root}}delta?token=b"}""");

        await ReadAsync(options: new() { ShowSharingChanges = true, ExcludeParents = true, HierarchicalSharing = true });

        Assert.All(_transport.Sent, sent =>
        {
            Assert.Contains("deltashowsharingchanges", sent.Headers["Prefer"], StringComparison.Ordinal);
            Assert.Contains("hierarchicalsharing", sent.Headers["Prefer"], StringComparison.Ordinal);
            Assert.Equal("true", sent.Headers["deltaExcludeParent"]);
        });
    }

    [Fact]
    public async Task ReadAsync_OfAnItemTwiceInAPage_KeepsTheLastOne()
    {
        _transport.Answer(
            200,
            $$"""{"value":[{"id":"1","name":"old"},{"id":"2"},{"id":"1","name":"new"}],"@odata.deltaLink":"{{Root}}delta?token=b"}""");

        var page = Assert.Single(await ReadAsync());

        Assert.Equal([("2", null), ("1", "new")], page.Items.Select(item => (item.Id!, item.Name)));
    }

    [Fact]
    public async Task ReadAsync_WhenTheServiceNamesTheSamePageAgain_Ends()
    {
        _transport
            .Answer(200, $$"""{"value":[],"@odata.nextLink":"{{Root}}delta?token=a"}""")
            .Answer(200, $$"""{"value":[],"@odata.nextLink":"{{Root}}delta?token=a"}""");

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => ReadAsync());
    }

    [Fact]
    public async Task ReadAsync_WithoutAnyLink_IsAnErrorAndNotTheEnd()
    {
        _transport.Answer(200, """{"value":[]}""");

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => ReadAsync());
    }

    [Theory]
    [InlineData("https://evil.example/v1.0/me/drive/root/delta?token=a")]
    [InlineData("http://graph.microsoft.com/v1.0/me/drive/root/delta?token=a")]
    [InlineData("https://graph.microsoft.com:8443/v1.0/me/drive/root/delta?token=a")]
    [InlineData("https://graph.microsoft.com@evil.example/v1.0/me/drive/root/delta?token=a")]
    public async Task ReadAsync_OfALinkToAnotherPlace_SendsNothingThere(string link)
    {
        _transport.Answer(200, $$"""{"value":[],"@odata.nextLink":"{{link}}"}""");

        await Assert.ThrowsAsync<OneDriveConnectionException>(() => ReadAsync());

        Assert.Single(_transport.Sent);
        await Assert.ThrowsAsync<OneDriveConnectionException>(() => ReadAsync(new DeltaCheckpoint(link)));
        Assert.Single(_transport.Sent);
    }

    [Theory]
    [InlineData("resyncChangesApplyDifferences", ResyncReconciliation.ApplyDifferences)]
    [InlineData("resyncChangesUploadDifferences", ResyncReconciliation.UploadDifferences)]
    [InlineData("resyncRequired", ResyncReconciliation.ApplyDifferences)]
    public async Task ReadAsync_WhenTheServiceForgot_TellsWhereToRestartAndHow(string code, ResyncReconciliation expected)
    {
        _transport.Answer(410, $$$"""{"error":{"code":"{{{code}}}","message":"m"}}""", ("Location", Root + "delta?token=fresh"));

        var exception = await Assert.ThrowsAsync<ResyncRequiredException>(() => ReadAsync(new DeltaCheckpoint(Root + "delta?token=old")));

        Assert.Equal((expected, new DeltaCheckpoint(Root + "delta?token=fresh")), (exception.Reconciliation, exception.Restart));
        Assert.DoesNotContain("token=", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("/v1.0/me/drive/root/delta?token=a")]
    public void ReadAsync_OfSomethingThatIsNoCheckpoint_IsRefusedBeforeAnyRequest(string text)
    {
        Assert.Throws<ArgumentException>(() => _client.Changes.ReadAsync(DriveAddress.Me.Root, new DeltaCheckpoint(text)));
        Assert.Throws<ArgumentException>(() => _client.Changes.ReadAsync(
            DriveAddress.Me.Root, new DeltaCheckpoint(Root + "delta?token=a"), new() { ChangedAfter = DateTimeOffset.UnixEpoch }));
        Assert.Empty(_transport.Sent);
    }

    private async Task<List<ChangePage>> ReadAsync(DeltaCheckpoint? since = null, ReadChangesOptions? options = null)
    {
        var pages = new List<ChangePage>();
        await foreach (var page in _client.Changes.ReadAsync(DriveAddress.Me.Root, since, options))
        {
            pages.Add(page);
        }

        return pages;
    }
}
