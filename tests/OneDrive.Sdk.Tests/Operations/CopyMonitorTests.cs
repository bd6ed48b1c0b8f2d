using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Operations;

/// <summary>The many ways in which the service says the same about a copy.</summary>
public sealed class CopyMonitorTests : IDisposable
{
    private const string Monitor = "https://contoso.sharepoint.com/_api/v2.0/monitor/4A34";
    private const string Copy = """{"id":"01COPY","name":"copy.txt"}""";

    private readonly ScriptedTransport _transport = new();
    private readonly OneDriveClient _client;

    public CopyMonitorTests() => _client = new OneDriveClient(
        new CountingTokens(),
        new OneDriveOptions { TimeProvider = new SkippingTimeProvider(), Retry = { AttemptTimeout = TimeSpan.FromDays(1) } },
        _transport);

    public void Dispose()
    {
        _client.Dispose();
        _transport.Dispose();
    }

    [Theory]
    [InlineData(200, """{"status":"completed","resourceId":"01COPY"}""", null)]
    [InlineData(202, """{"status":"completed","percentageComplete":100.0,"resourceId":"01COPY"}""", null)]
    [InlineData(303, """{"status":"completed","resourceId":"01COPY"}""", "https://api.onedrive.com/v1.0/drives/d/items/01COPY")]
    [InlineData(303, null, "https://api.onedrive.com/v1.0/drives/d/items/01COPY")]
    [InlineData(200, """{"status":"completed","resourceLocation":"https://h/_api/v2.0/drives/d/items/01COPY"}""", null)]
    [InlineData(200, """{"id":"01COPY","name":"copy.txt","parentReference":{"driveId":"d"}}""", null)]
    public async Task WaitAsync_GoesByWhatTheAnswerSays_AndGetsTheCopy(int status, string? body, string? location)
    {
        _transport
            .Answer(202, """{"operation":"ItemCopy","percentageComplete":27.8,"status":"inProgress"}""")
            .Answer(202, """{"status":"somethingNew"}""")
            .Answer(status, body, location is null ? [] : [("Location", location)])
            .Answer(200, Copy);
        var told = new List<AsyncJobState?>();

        var copy = await _client.Items.ResumeCopy(Monitor, DriveAddress.ById("b!d")).WaitAsync(new Told(told));

        Assert.Equal("01COPY", copy.Id);
        Assert.Equal([AsyncJobState.InProgress, new("somethingNew"), AsyncJobState.Completed], told);
        Assert.Equal("https://graph.microsoft.com/v1.0/drives/b!d/items/01COPY", _transport.Sent[^1].Address.AbsoluteUri);
    }

    [Fact]
    public async Task WaitAsync_SendsNoTokenToTheMonitor_AndOneToTheService()
    {
        _transport.Answer(200, """{"status":"completed","resourceId":"01COPY"}""").Answer(200, Copy);

        await _client.Items.ResumeCopy(Monitor, DriveAddress.Me).WaitAsync();

        Assert.Equal([null, "Bearer token-1"], _transport.Sent.Select(sent => sent.Authorization));
    }

    [Fact]
    public async Task WaitAsync_OfACopyThatFailed_TellsTheCodeAndEveryDetail()
    {
        _transport.Answer(200, """
            {"status":"failed","error":{"message":"Errors occurred during copy/move operation.","details":[
            {"code":"nameAlreadyExists","message":"Name already exists"},
            {"code":"accessDenied","message":"No","target":"01E4CGZM"}]}}
            """);

        var exception = await Assert.ThrowsAsync<CopyFailedException>(
            () => _client.Items.ResumeCopy(Monitor, DriveAddress.Me).WaitAsync());

        Assert.Equal("nameAlreadyExists", exception.ErrorCode);
        Assert.Equal([null, "01E4CGZM"], exception.Details.Select(detail => detail.Target));
        Assert.True(exception.HasErrorCode("ACCESSDENIED"));
        Assert.DoesNotContain("4A34", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"failed","error":{"code":"nameAlreadyExists","message":"Name already exists"}}""", "nameAlreadyExists")]
    [InlineData("""{"status":"failed"}""", null)]
    [InlineData("""{"status":"cancelled"}""", "cancelled")]
    public async Task WaitAsync_OfACopyThatEndedBadly_Throws(string body, string? code)
    {
        _transport.Answer(200, body);

        var exception = await Assert.ThrowsAsync<CopyFailedException>(
            () => _client.Items.ResumeCopy(Monitor, DriveAddress.Me).WaitAsync());

        Assert.Equal(code, exception.ErrorCode);
    }

    [Fact]
    public async Task GetStatusAsync_WhenNobodyKnowsTheCopy_SaysSoWithoutTheAddress()
    {
        _transport.Answer(404, """{"error":{"code":"itemNotFound","message":"m"}}""");

        var exception = await Assert.ThrowsAsync<ItemNotFoundException>(
            () => _client.Items.ResumeCopy(Monitor, DriveAddress.Me).GetStatusAsync());

        Assert.DoesNotContain("4A34", exception.ToString(), StringComparison.Ordinal);
    }

    private sealed class Told(List<AsyncJobState?> states) : IProgress<AsyncJobStatus>
    {
        public void Report(AsyncJobStatus value) => states.Add(value.Status);
    }
}
