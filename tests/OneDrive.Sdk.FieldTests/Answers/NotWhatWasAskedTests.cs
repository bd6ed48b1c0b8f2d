using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>
/// F4. An answer with status 200 that is not what was asked for is never an empty success.
/// Reports of the kind: https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/1701.
/// </summary>
public sealed class NotWhatWasAskedTests
{
    private const string Error = """{"error":{"code":"serviceNotAvailable","message":"Later.","innerError":{"code":"generalException"}}}""";

    public static TheoryData<string> NoAnswers =>
    [
        "{}",
        " { } ",
        "[]",
        "null",
        "\"text\"",
        "7",
        "",
        "<html><body>Sign in</body></html>",
        """{"value":""",
    ];

    public static TheoryData<string> NoPages =>
    [
        """{"value":null}""",
        """{"value":{}}""",
        """{"value":"none"}""",
        """{"@odata.context":"c"}""",
        """{"Value":[]}""",
    ];

    [Fact]
    public async Task AList_ThatIsAnError_ThrowsItsCode()
    {
        await using var answer = new AnswerCase(Answer.Json(Error));

        var exception = await Assert.ThrowsAnyAsync<OneDriveApiException>(answer.ListAsync);

        Assert.True(exception.HasErrorCode("serviceNotAvailable"));
        Assert.True(exception.HasErrorCode("generalException"));
    }

    [Fact]
    public async Task ASecondPage_ThatIsAnError_ThrowsItsCode()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request.Query.Length == 0
            ? Answer.Json($$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{service.At("v1.0/drives/d/items/f/children?page=2")}}"}""")
            : Answer.Json("""{"value":[{"id":"2"}],"error":{"code":"generalException"}}"""));
        using var client = Support.FieldClient.Create(service);
        var pages = client.Items.ListChildrenAsync(AnswerCase.Folder).AsPagesAsync().GetAsyncEnumerator();
        await using var owned = pages;

        Assert.True(await pages.MoveNextAsync());
        var exception = await Assert.ThrowsAnyAsync<OneDriveApiException>(async () => await pages.MoveNextAsync());

        Assert.True(exception.HasErrorCode("generalException"));
    }

    [Fact]
    public async Task AnItem_ThatIsAnError_ThrowsItsCode()
    {
        await using var answer = new AnswerCase(Answer.Json(Error));

        var exception = await Assert.ThrowsAnyAsync<OneDriveApiException>(() => answer.Client.Items.GetAsync(AnswerCase.Folder));

        Assert.True(exception.HasErrorCode("serviceNotAvailable"));
    }

    [Fact]
    public async Task AnItem_ThatIsAnErrorOfSharePoint_ThrowsItsCode()
    {
        await using var answer = new AnswerCase(
            Answer.Json("""{"odata.error":{"code":"-2147024891, System.UnauthorizedAccessException","message":{"lang":"en-US","value":"No."}}}"""));

        var exception = await Assert.ThrowsAnyAsync<OneDriveApiException>(() => answer.Client.Items.GetAsync(AnswerCase.Folder));

        Assert.StartsWith("-2147024891", exception.ErrorCode, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NoAnswers))]
    [MemberData(nameof(NoPages))]
    public async Task AList_ThatIsNone_IsNoEmptyList(string body)
    {
        await using var answer = new AnswerCase(Answer.Json(body));

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(answer.ListAsync);

        Assert.False(exception.IsTransient);
        Assert.Single(answer.Service.Requests);
    }

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task AnItem_ThatIsNone_IsNoEmptyItem(string body)
    {
        await using var answer = new AnswerCase(Answer.Json(body).Chunked());

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(() => answer.Client.Items.GetAsync(AnswerCase.Folder));

        Assert.False(exception.IsTransient);
    }

    [Fact]
    public async Task AnAnswerThatEndsWithItsConnection_MayBeCutShort()
    {
        await using var answer = new AnswerCase(Answer.Json("""{"id":"1","na""").UntilClose());

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(() => answer.Client.Items.GetAsync(AnswerCase.Folder));

        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task Changes_ThatAreAnError_ThrowItsCode()
    {
        await using var answer = new AnswerCase(Answer.Json(Error));

        var exception = await Assert.ThrowsAnyAsync<OneDriveApiException>(async () =>
        {
            await foreach (var page in answer.Client.Changes.ReadAsync(DriveAddress.ById("d").Root))
            {
                Assert.Fail($"{page.Items.Count} changes");
            }
        });

        Assert.True(exception.HasErrorCode("serviceNotAvailable"));
    }

    [Fact]
    public async Task ADownloadOfAFolder_WhoseListIsAnError_IsNotComplete()
    {
        await using var answer = new AnswerCase(
            Answer.Json("""{"id":"f","name":"f","folder":{},"parentReference":{"driveId":"d"}}"""), Answer.Json(Error));
        var directory = Directory.CreateTempSubdirectory("onedrive-sdk-tests");
        try
        {
            await Assert.ThrowsAnyAsync<OneDriveException>(async () =>
            {
                var result = await answer.Client.Content.DownloadFolderAsync(AnswerCase.Folder, directory.FullName);
                Assert.False(result.IsComplete);
                throw new OneDriveConnectionException("not complete");
            });
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
