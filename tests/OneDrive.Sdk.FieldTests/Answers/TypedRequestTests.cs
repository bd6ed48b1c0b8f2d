using System.Text;
using System.Text.Json.Serialization;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>What holds for every answer holds for endpoints that the client has no method for.</summary>
public sealed partial class TypedRequestTests
{
    private static readonly RequestPath Path = RequestPath.FromText("me/todo/lists");

    [Fact]
    public async Task AByteOrderMark_IsSkipped()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. """{"id":"1","title":"a"}"""u8];
        await using var answer = new AnswerCase(Answer.Bytes(body, "application/json"));

        Assert.Equal("a", (await answer.Client.SendAsync(One)).Title);
    }

    [Theory]
    [InlineData("""{"error":{"code":"notAllowed","message":"no"}}""")]
    [InlineData("""{"id":"1","title":"a","error":{"code":"notAllowed"}}""")]
    public async Task AnErrorWithStatus200_IsAnExceptionWithItsCode(string body)
    {
        await using var answer = new AnswerCase(Answer.Json(body));

        var exception = await Assert.ThrowsAnyAsync<OneDriveApiException>(() => answer.Client.SendAsync(One));

        Assert.True(exception.HasErrorCode("notAllowed"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"id":""")]
    [InlineData("<html></html>")]
    [InlineData("""{"id":"1","title":{"odd":true}}""")]
    public async Task WhatIsNotTheAnswer_IsAnExceptionOfTheClient(string body)
    {
        await using var answer = new AnswerCase(Answer.Json(body));

        var exception = await Assert.ThrowsAnyAsync<OneDriveException>(() => answer.Client.SendAsync(One));

        Assert.False(exception.IsTransient);
        Assert.Single(answer.Service.Requests);
    }

    [Theory]
    [InlineData("""{"@odata.context":"c"}""")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"error":{"code":"notAllowed"}}""")]
    public async Task AListWithoutEntriesOfItsName_IsNoEmptyList(string body)
    {
        await using var answer = new AnswerCase(Answer.Json(body));

        await Assert.ThrowsAnyAsync<OneDriveException>(() => ListAsync(answer.Client.ListAsync(One)));
    }

    [Fact]
    public async Task PagesAreFollowed_NullEntriesAreLeftOut_AndHalfSurrogatesAreReplaced()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request.Query.Contains("page=2", StringComparison.Ordinal)
            ? Answer.Json("""{"value":[null,{"id":"2","title":"b"}]}""")
            : Answer.Json(
                $$"""{"value":[7,{"id":"1","title":"a\ud83d"}],"@odata.nextLink":"{{service.At("v1.0/me/todo/lists?page=2")}}"}"""));
        using var client = Support.FieldClient.Create(service);

        var lists = await ListAsync(client.ListAsync(One));

        Assert.Equal(["a\uFFFD", "b"], lists.Select(list => list.Title));
    }

    [Fact]
    public async Task AModelOfTheLibrary_IsReadForgivingly()
    {
        await using var answer = new AnswerCase(Answer.Json("""{"id":"1","name":7,"size":"12","deleted":true}"""));

        var item = await answer.Client.SendAsync(new OneDriveRequest<DriveItem>
        {
            Path = RequestPath.Of(DriveAddress.Me.Item("1")),
            Answer = ModelConverter<DriveItem>.TypeInfo,
        });

        Assert.Equal(("1", null, 12, null), (item.Id, item.Name, item.Size, item.Deleted));
    }

    [Fact]
    public async Task ARefusalForNow_IsRepeated_WithTheSameBody()
    {
        await using var answer = new AnswerCase(
            Answer.Error(429, "tooManyRequests").WithRetryAfter("1"), Answer.Json("""{"id":"1","title":"a"}"""));

        var created = await answer.Client.SendAsync(new OneDriveRequest<TodoList>
        {
            Method = HttpMethod.Post,
            Path = Path,
            Query = [new("$select", "id, title")],
            Headers = [new("Prefer", "respond-async")],
            Body = OneDriveRequestBody.FromJson(new TodoList("", "a"), TodoContext.Default.TodoList),
            Answer = TodoContext.Default.TodoList,
        });

        Assert.Equal("1", created.Id);
        Assert.Equal(2, answer.Service.Requests.Count);
        Assert.All(answer.Service.Requests, request => Assert.Equal(
            ("POST", "/v1.0/me/todo/lists?%24select=id%2C%20title", """{"id":"","title":"a"}""", "respond-async", "Bearer field-token"),
            (request.Method, request.Target.Replace("$", "%24", StringComparison.Ordinal), request.Text, request.Header("Prefer"),
                request.Header("Authorization"))));
    }

    [Fact]
    public async Task InABatch_TheyAreReadAsAlone()
    {
        await using var answer = new AnswerCase(Answer.Json(
            """
            {"responses":[{"id":"1","status":200,"body":{"id":"1","title":"a"}},{"id":"2","status":200,"body":{"error":{"code":"notAllowed"}}},
            {"id":"3","status":204},{"id":"4","status":200,"body":{"value":[{"id":"2","title":"b"},null]}}]}
            """));
        var batch = new BatchRequest();
        var read = batch.Add(One);
        var refused = batch.Add(One);
        var sent = batch.Add(new OneDriveRequest { Method = HttpMethod.Delete, Path = RequestPath.FromText("me/todo/lists/1") });
        var list = batch.AddList(One);

        await answer.Client.Batch.SendAsync(batch);

        Assert.Equal("a", read.Result.Title);
        Assert.True(Assert.IsAssignableFrom<OneDriveApiException>(refused.Error).HasErrorCode("notAllowed"));
        Assert.True(sent.IsSuccess);
        Assert.Equal(["b"], list.Result.Items.Select(entry => entry.Title));
    }

    [Theory]
    [InlineData("https://attacker.example/me")]
    [InlineData("//attacker.example/me")]
    [InlineData("me/../../other")]
    [InlineData("me/%2e%2E/other")]
    [InlineData("me?$select=id")]
    [InlineData("me#a")]
    [InlineData("me\\drive")]
    [InlineData("me/ü")]
    [InlineData("me/a%2f..%2Fother")]
    [InlineData(" ")]
    public void APathThatLeadsElsewhere_IsRefused(string path) =>
        Assert.Throws<ArgumentException>(nameof(path), () => RequestPath.FromText(path));

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("Host", "attacker.example")]
    [InlineData("X-Value", "a\r\nX-Other: b")]
    public void AHeaderThatTheClientOwnsOrThatCannotBeSent_IsRefused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new OneDriveRequest { Path = Path, Headers = [new(name, value)] });

    private static OneDriveRequest<TodoList> One => new() { Path = Path, Answer = TodoContext.Default.TodoList };

    private static async Task<List<T>> ListAsync<T>(Paged<T> pages)
    {
        List<T> entries = [];
        await foreach (var entry in pages)
        {
            entries.Add(entry);
        }

        return entries;
    }

    internal sealed record TodoList(string Id, string Title);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(TodoList))]
    internal sealed partial class TodoContext : JsonSerializerContext;
}
