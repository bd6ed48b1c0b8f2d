using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>
/// F17. What is odd about one step of a batch costs that step. Reports of the kind:
/// https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2661, https://github.com/microsoftgraph/msgraph-sdk-java/issues/2472.
/// </summary>
public sealed class OddBatchTests
{
    [Theory]
    [InlineData("""{"id":"2","status":200,"headers":{"Retry-After":10},"body":{"id":"b"}}""")]
    [InlineData("""{"id":"2","status":200,"headers":{"X":["a"],"Y":null},"body":{"id":"b"}}""")]
    [InlineData("""{"id":"2","status":200,"headers":"none","body":{"id":"b"}}""")]
    [InlineData("""{"id":2,"status":"200","body":{"id":"b"}}""")]
    public async Task AStepWithOddDetails_IsRead(string step)
    {
        var (first, second, third) = await SendAsync(step);

        Assert.Equal(("a", "b", "c"), (first.Result.Id, second.Result.Id, third.Result.Id));
    }

    [Theory]
    [InlineData("""{"id":"2","status":200,"body":<html><script>f({a:[1,{"id":"9","status":200}]})</script></html>}""")]
    [InlineData("""{"id":"2","status":502,"headers":{"Content-Type":"text/html"},"body":<!DOCTYPE html><p>Bad "gateway"</p>}""")]
    [InlineData("""{"id":"2","status":200,"body":"<html>Sign in</html>"}""")]
    [InlineData("""{"id":"2","status":200,"body":{"error":{"code":"generalException"}}}""")]
    [InlineData("""{"id":"2","status":200,"body":{}}""")]
    [InlineData("""{"id":"2","status":200,"body":[1,2]}""")]
    [InlineData("""{"id":"2","status":200}""")]
    [InlineData("""{"id":{},"status":200,"body":{"id":"b"}}""")]
    [InlineData("""{"id":"2","status":"what","body":{"id":"b"}}""")]
    [InlineData("null")]
    [InlineData("17")]
    public async Task AStepThatIsNotReadable_FailsAlone(string step)
    {
        var (first, second, third) = await SendAsync(step);

        Assert.Equal(("a", "c"), (first.Result.Id, third.Result.Id));
        Assert.NotNull(second.Error);
    }

    [Fact]
    public async Task AStepThatIsAnErrorWithStatus200_HasItsCode()
    {
        var (_, second, _) = await SendAsync("""{"id":"2","status":200,"body":{"error":{"code":"notAllowed"}}}""");

        Assert.True(Assert.IsAssignableFrom<OneDriveApiException>(second.Error).HasErrorCode("notAllowed"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":{"code":"generalException"}}""")]
    [InlineData("<html></html>")]
    [InlineData("""{"responses":null}""")]
    public async Task ABatchThatIsNone_FailsAllSteps(string body)
    {
        await using var answer = new AnswerCase(Answer.Json(body));
        var batch = new BatchRequest();
        var step = batch.Get(AnswerCase.Folder);

        await Assert.ThrowsAnyAsync<OneDriveException>(() => answer.Client.Batch.SendAsync(batch));

        Assert.NotNull(step.Error);
    }

    private static async Task<(BatchResult<DriveItem> First, BatchResult<DriveItem> Second, BatchResult<DriveItem> Third)>
        SendAsync(string second)
    {
        await using var answer = new AnswerCase(
            options => options.Retry.MaxRetryAttempts = 0,
            Answer.Json($$$"""{"responses":[{"id":"1","status":200,"body":{"id":"a"}},{{{second}}}, {"id":"3","status":200,"body":{"id":"c"}}]}"""));
        var batch = new BatchRequest();
        var steps = (batch.Get(AnswerCase.Folder), batch.Get(AnswerCase.Folder), batch.Get(AnswerCase.Folder));
        await answer.Client.Batch.SendAsync(batch);
        return steps;
    }
}
