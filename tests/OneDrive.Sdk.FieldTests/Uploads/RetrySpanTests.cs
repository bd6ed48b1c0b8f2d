using System.Diagnostics;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>To whom the event of a repeated fragment belongs.</summary>
public sealed class RetrySpanTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_WhenAFragmentIsRepeated_NotesItInItsOwnSpanAndNotInTheCallers(bool isListenedTo)
    {
        var spans = new List<Activity>();
        using var application = new ActivitySource("the application");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source == application || (isListenedTo && source.Name == OneDriveTelemetry.ActivitySourceName),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var content = FieldData.Bytes(1_000_000);
        var (first, hash) = (true, FieldData.QuickXor(content));
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request switch
        {
            { Method: "POST" } => Answer.Json($$"""{"uploadUrl":"{{service.At("session/1")}}"}"""),
            { Method: "GET", Path: "/session/1" } => Answer.Json("""{"nextExpectedRanges":["0-"]}"""),
            { Method: "PUT" } when first => Fail(ref first),
            { Method: "PUT" } when request.Header("Content-Range")!.StartsWith("bytes 0-", StringComparison.Ordinal) =>
                Answer.Json("""{"nextExpectedRanges":["655360-"]}""", 202),
            { Method: "PUT" } => Answer.Json($$$"""
                {"id":"1","name":"x.bin","size":1000000,"parentReference":{"driveId":"d"},"file":{"hashes":{"quickXorHash":"{{{hash}}}"} } }
                """),
            _ => Answer.Error(404, "itemNotFound"),
        });
        using var client = FieldClient.Create(service);
        ActivityTraceId trace;
        using (var span = application.StartActivity("work"))
        {
            trace = span!.TraceId;
            await client.Content.UploadAsync(DriveAddress.Me.Path("/x.bin"), new MemoryStream(content));
        }

        lock (spans)
        {
            var own = spans.Where(span => span.TraceId == trace).ToList();
            Assert.Empty(own.Single(span => span.Source == application).Events);
            Assert.Equal(isListenedTo ? 1 : 0, own.SelectMany(span => span.Events).Count(one => one.Name == "retry"));
        }
    }

    private static Answer Fail(ref bool first)
    {
        first = false;
        return Answer.Error(500, "generalException");
    }
}
