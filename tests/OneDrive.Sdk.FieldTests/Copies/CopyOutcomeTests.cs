using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.FieldTests.Copies;

/// <summary>What the answers about a copy mean.</summary>
public sealed class CopyOutcomeTests
{
    private const string Copy = """{"id":"copy","name":"c","file":{},"parentReference":{"driveId":"b!d"}}""";

    [Theory]
    [FieldCase("F2", "E1", Source = "microsoftgraph/msgraph-sdk-dotnet#1797",
        Report = "The monitor of a copy returns deleteFailed, Failed, or an unknown state together with an error.",
        Right = "The wait ends with the failure and its code; Completed in any case ends it with the copy.")]
    [InlineData("""{"status":"deleteFailed"}""", null)]
    [InlineData("""{"status":"Failed"}""", null)]
    [InlineData("""{"status":"UPDATEFAILED"}""", null)]
    [InlineData("""{"status":"somethingNew","error":{"code":"accessDenied"}}""", "accessDenied")]
    [InlineData("""{"status":"completed","error":{"code":"generalException"}}""", "generalException")]
    public async Task Wait_WhenTheStateIsAFailure_EndsWithIt(string answer, string? code)
    {
        var failure = await Assert.ThrowsAsync<CopyFailedException>(() => WaitAsync(Answer.Json(answer)));

        Assert.Equal(code, failure.ErrorCode);
    }

    [Theory]
    [FieldCase("F2", "E1")]
    [InlineData("Completed")]
    [InlineData("COMPLETED")]
    public async Task Wait_WhenTheStateIsCompletedInAnyCase_GetsTheCopy(string status) =>
        Assert.Equal("copy", (await WaitAsync(Answer.Json($$"""{"status":"{{status}}","resourceId":"copy"}"""))).Id);

    [Theory]
    [FieldCase("F3", "E1", Source = "in the kind of OneDrive/onedrive-api-docs#766",
        Report = "The monitor returns 200 with an error in its body.",
        Right = "The copy failed, with the code; also when only the content of a folder is copied.")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wait_WhenTheMonitorAnswersAnErrorWith200_Fails(bool childrenOnly)
    {
        var answer = Answer.Json("""{"error":{"code":"operationNotFound","message":"The operation does not exist."}}""");

        var failure = await Assert.ThrowsAsync<CopyFailedException>(
            () => WaitAsync(answer, new CopyItemOptions { ChildrenOnly = childrenOnly }));

        Assert.True(failure.HasErrorCode("operationNotFound"));
    }

    [Fact]
    [FieldCase("F16", "E1", Source = "OneDrive/onedrive-api-docs#1419",
        Report = "A failed copy has its code beside the state: errorCode and statusDescription, without an error object.",
        Right = "ErrorCode and HasErrorCode contain the code.")]
    public async Task Wait_WhenTheCodeStandsBesideTheState_KeepsIt()
    {
        var failure = await Assert.ThrowsAsync<CopyFailedException>(() => WaitAsync(
            Answer.Json("""{"status":"failed","errorCode":"nameAlreadyExists","statusDescription":"x"}""")));

        Assert.Equal("nameAlreadyExists", failure.ErrorCode);
        Assert.True(failure.HasErrorCode("NameAlreadyExists"));
    }

    [Fact]
    [FieldCase("F23", "E1", Source = "OneDrive/onedrive-api-docs#762",
        Report = "The copy request returns 200 with the new item, without a monitor URL.",
        Right = "The copy is complete immediately, and the wait returns it.")]
    public async Task StartCopy_WhenTheServiceCopiesAtOnce_GetsTheItem()
    {
        await using var service = new ScriptedService(_ => Answer.Json(Copy));
        using var client = FieldClient.Create(service);

        var operation = await client.Items.StartCopyAsync(DriveAddress.Me.Item("1"), DriveAddress.Me.Item("2"));
        var copy = await operation.WaitAsync();

        Assert.Equal("copy", copy.Id);
        Assert.Equal(AsyncJobState.Completed, (await operation.GetStatusAsync()).Status);
        Assert.Single(service.Requests);
    }

    [Fact]
    [FieldCase("E1.error-instead-of-order", "E1", Source = "own",
        Report = "The copy request returns 200 with an error in its body.",
        Right = "The copy failed, with the code.")]
    public async Task StartCopy_WhenTheAnswerIsAnErrorWith200_Fails()
    {
        await using var service = new ScriptedService(_ => Answer.Error(200, "notAllowed"));
        using var client = FieldClient.Create(service);

        var failure = await Assert.ThrowsAsync<CopyFailedException>(
            () => client.Items.StartCopyAsync(DriveAddress.Me.Item("1"), DriveAddress.Me.Item("2")));

        Assert.Equal("notAllowed", failure.ErrorCode);
    }

    [Fact]
    [FieldCase("E1.inner-code", "E1", Source = "own",
        Report = "The code of a failed copy is only in innererror.",
        Right = "ErrorCode contains it.")]
    public async Task Wait_WhenTheCodeIsInside_KeepsIt()
    {
        var failure = await Assert.ThrowsAsync<CopyFailedException>(() => WaitAsync(
            Answer.Json("""{"status":"failed","error":{"message":"m","innererror":{"code":"quotaLimitReached"}}}""")));

        Assert.Equal("quotaLimitReached", failure.ErrorCode);
    }

    [Fact]
    [FieldCase("E1.nothing-said", "E1", Source = "own",
        Report = "The monitor returns 200 with {} repeatedly, while only the content of a folder is copied.",
        Right = "This is not treated as success: the wait ends with an exception after some requests.")]
    public async Task Wait_WhenTheMonitorSaysNothing_DoesNotTakeItForSuccess() => await Assert.ThrowsAsync<OneDriveConnectionException>(
        () => WaitAsync(Answer.Json("{}"), new CopyItemOptions { ChildrenOnly = true }));

    [Fact]
    [FieldCase("E1.parenthesized", "E1", Source = "own",
        Report = "The monitor redirects to the copy as drives('me')/items('id').",
        Right = "The id is parsed in this form too.")]
    public async Task Wait_WhenTheCopyIsNamedInParentheses_FindsIt() => Assert.Equal(
        "copy", (await WaitAsync(Answer.Of(303).With("Location", "https://api.onedrive.com/v1.0/drives('me')/items('copy')"))).Id);

    [Fact]
    [FieldCase("H5", "H2", Source = "own",
        Report = "The monitor of a copy returns Retry-After: 0 for each state.",
        Right = "The delays of the client, which grow to ten seconds, are the lower bound.")]
    public async Task Wait_WhenRetryAfterIsZero_KeepsItsOwnPauses()
    {
        var (clock, asked) = (new FastTime(), 0);
        await WaitAsync(
            _ => Interlocked.Increment(ref asked) < 6
                ? Answer.Json("""{"status":"inProgress"}""", 202).WithRetryAfter("0")
                : Answer.Json("""{"status":"completed","resourceId":"copy"}"""),
            clock: clock);

        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(6), clock.Elapsed.ToString());
    }

    [Fact]
    [FieldCase("H2.absurd-pause", "H2", Source = "own",
        Report = "The monitor of a copy returns Retry-After: 999999999.",
        Right = "A ThrottledException contains the time to resume; the copy can be resumed then.")]
    public async Task Wait_WhenRetryAfterIsAbsurd_Throws()
    {
        var throttled = await Assert.ThrowsAsync<ThrottledException>(
            () => WaitAsync(Answer.Json("""{"status":"inProgress"}""", 202).WithRetryAfter("999999999")));

        Assert.True(throttled.RetryAfter > TimeSpan.FromDays(300));
    }

    [Fact]
    [FieldCase("H2.standstill", "H2", Source = "own",
        Report = "The monitor always returns inProgress.",
        Right = "After a day without progress the wait ends with an exception; the copy can be resumed.")]
    public async Task Wait_WhenNothingMovesForADay_Ends() => await Assert.ThrowsAsync<OneDriveConnectionException>(
        () => WaitAsync(_ => Answer.Json("""{"status":"inProgress"}"""), clock: new FastTime(200_000)));

    private static Task<DriveItem> WaitAsync(Answer monitor, CopyItemOptions? options = null) => WaitAsync(_ => monitor, options);

    private static async Task<DriveItem> WaitAsync(
        Func<ScriptedRequest, Answer> monitor, CopyItemOptions? options = null, TimeProvider? clock = null)
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request =>
            request.Method == "POST" ? Answer.Of(202).With("Location", service.At("monitor/1").AbsoluteUri)
            : request.Path == "/monitor/1" ? monitor(request)
            : request.Is("GET", "/items/copy") ? Answer.Json(Copy) : null);
        using var client = FieldClient.Create(service, settings =>
        {
            settings.Retry.AttemptTimeout = TimeSpan.FromDays(20);
            settings.TimeProvider = clock ?? settings.TimeProvider;
        });

        var operation = await client.Items.StartCopyAsync(DriveAddress.Me.Item("1"), DriveAddress.Me.Item("2"), options);
        return await operation.WaitAsync();
    }
}
