using System.Text;
using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>
/// F9. A byte order mark before JSON is skipped. Reports of the kind: https://github.com/SharePoint/PnP-JS-Core/issues/653,
/// https://github.com/microsoftgraph/microsoft-graph-docs/issues/679. The answers of sign-in services are in the tests of the library.
/// </summary>
public sealed class ByteOrderMarkTests
{
    [Fact]
    public async Task AnItem_IsRead()
    {
        await using var answer = new AnswerCase(Marked("""{"id":"1","name":"a"}"""));

        Assert.Equal("a", (await answer.Client.Items.GetAsync(AnswerCase.Folder)).Name);
    }

    [Fact]
    public async Task AList_IsRead()
    {
        await using var answer = new AnswerCase(Marked("""{"value":[{"id":"1"},{"id":"2"}]}""").Chunked());

        Assert.Equal(["1", "2"], (await answer.ListAsync()).Select(item => item.Id));
    }

    [Fact]
    public async Task ABatch_IsRead()
    {
        await using var answer = new AnswerCase(Marked("""{"responses":[{"id":"1","status":200,"body":{"id":"x"}}]}"""));
        var batch = new BatchRequest();
        var step = batch.Get(AnswerCase.Folder);

        await answer.Client.Batch.SendAsync(batch);

        Assert.Equal("x", step.Result.Id);
    }

    [Fact]
    public async Task TheStatusOfACopy_IsRead()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request switch
        {
            { Method: "POST" } => Answer.Of(202).With("Location", service.At("monitor/1").AbsoluteUri),
            { Path: "/monitor/1" } => Marked("""{"status":"completed","resourceId":"new"}"""),
            _ => Marked("""{"id":"new","name":"copy"}"""),
        });
        using var client = Support.FieldClient.Create(service);

        var copy = await client.Items.StartCopyAsync(AnswerCase.Folder, DriveAddress.ById("d").Item("t"));

        Assert.Equal("copy", (await copy.WaitAsync()).Name);
    }

    [Fact]
    public async Task AnError_IsRead()
    {
        await using var answer = new AnswerCase(Marked("""{"error":{"code":"itemNotFound"}}""") with { Status = 404 });

        var exception = await Assert.ThrowsAsync<ItemNotFoundException>(() => answer.Client.Items.GetAsync(AnswerCase.Folder));

        Assert.Equal("itemNotFound", exception.ErrorCode);
    }

    [Fact]
    public void TheBodyOfAWebhook_IsRead()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. """{"value":[{"subscriptionId":"1"}]}"""u8];

        Assert.Equal("1", Assert.Single(SubscriptionNotifications.Parse(body).Value).SubscriptionId);
    }

    [Fact]
    public async Task NothingButAMark_IsNoAnswer()
    {
        await using var answer = new AnswerCase(Marked(""));

        Assert.False((await Assert.ThrowsAsync<OneDriveConnectionException>(answer.ListAsync)).IsTransient);
    }

    private static Answer Marked(string json) =>
        Answer.Bytes((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)], "application/json");
}
