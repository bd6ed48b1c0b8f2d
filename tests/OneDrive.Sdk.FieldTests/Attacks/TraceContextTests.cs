using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Attacks;

/// <summary>An application that traces everything: what its spans show, and whom its trace context reaches.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls IAsyncLifetime.DisposeAsync.")]
public sealed class TraceContextTests : IAsyncLifetime
{
    private const string PathSecret = "pathsecret7f3a";

    private readonly ConcurrentQueue<string> _spans = new();
    private readonly ActivityListener _listener;
    private readonly ScriptedService _storage = new(request => request.Method switch
    {
        "GET" => Answer.Bytes(new byte[100]),
        "DELETE" => Answer.Of(204),
        _ => Answer.Json("""{"id":"1","name":"x.bin","size":700000,"file":{},"parentReference":{"driveId":"d"}}""", 201),
    });

    public TraceContextTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _spans.Enqueue(
                $"{span.Source.Name} {span.DisplayName} {string.Join(' ', span.TagObjects)} "
                + string.Join(' ', span.Events.SelectMany(one => one.Tags))),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _listener.Dispose();
        await _storage.DisposeAsync();
    }

    [Fact]
    [FieldCase(
        "H10", "H3", Source = "own",
        Report = "The application traces HttpClient: the paths of upload, download and sharing URLs, which are secrets, are in "
            + "`url.full`, and `traceparent` and `baggage` are sent to their hosts.",
        Right = "Neither happens with the connections of the SDK: the span of a call contains its host, and trace context is sent to the "
            + "service only.")]
    public async Task Transfers_ShowNoPathAndTellTheirHostsNothing()
    {
        using var activity = StartWithBaggage();

        await UseEverythingAsync(transport: null);

        Assert.NotEmpty(_storage.Requests);
        Assert.All(_storage.Requests, request =>
        {
            Assert.Null(request.Header("traceparent"));
            Assert.Null(request.Header("tracestate"));
            Assert.Null(request.Header("baggage"));
            Assert.Null(request.Header("Correlation-Context"));
            Assert.Null(request.Header("Request-Id"));
        });
        Assert.DoesNotContain(_spans, span => span.Contains(PathSecret, StringComparison.Ordinal));
        Assert.Contains(_spans, span => span.StartsWith("OneDrive.Sdk", StringComparison.Ordinal));
    }

    [Fact]
    [FieldCase(
        "H3.trace-to-the-service", "H3", Source = "own",
        Report = "The trace of the application continues at the service.",
        Right = "Requests to the service contain the trace context of the call's span.")]
    public async Task Calls_PassTheTraceOnToTheService()
    {
        using var activity = StartWithBaggage();

        var requests = await UseEverythingAsync(transport: null);

        Assert.All(
            requests,
            request => Assert.Contains(activity.TraceId.ToHexString(), request.Header("traceparent"), StringComparison.Ordinal));
    }

    [Fact]
    [FieldCase("H10", "H3")]
    public async Task Transfers_WithAHandlerOfTheCaller_SetAsTheDocumentationSays_ShowNoPath()
    {
        using var activity = StartWithBaggage();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null };

        await UseEverythingAsync(handler);

        Assert.All(_storage.Requests, request => Assert.Null(request.Header("traceparent")));
        Assert.DoesNotContain(_spans, span => span.Contains(PathSecret, StringComparison.Ordinal));
    }

    private static Activity StartWithBaggage() => new Activity("application").AddBaggage("customer", "contoso").Start();

    private async Task<IReadOnlyList<ScriptedRequest>> UseEverythingAsync(HttpMessageHandler? transport)
    {
        await using var service = new ScriptedService(request => request switch
        {
            _ when request.Is("POST", "/createUploadSession") => Answer.Json(
                $$"""
                {"uploadUrl":"{{_storage.At("up/" + PathSecret)}}","expirationDateTime":"2099-01-01T00:00:00Z","nextExpectedRanges":["0-"]}
                """),
            _ when request.DecodedPath.EndsWith("/content", StringComparison.Ordinal) => Answer.Redirect(_storage.At("down/" + PathSecret)),
            { Method: "GET" } => Answer.Json("""{"id":"1","name":"x.bin","size":100,"file":{},"parentReference":{"driveId":"d"}}"""),
            _ => null,
        });
        using var client = FieldClient.Create(service, transport: transport);
        await client.Content.DownloadAsync(DriveAddress.Me.Path("/x.bin"), Stream.Null);
        await client.Content.UploadAsync(DriveAddress.Me.Path("/x.bin"), new MemoryStream(new byte[700_000]));
        await client.Items.GetAsync(ItemAddress.SharedById("s!" + PathSecret));
        return service.Requests;
    }
}
