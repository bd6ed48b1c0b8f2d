using System.Diagnostics;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Tests.Support;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TelemetrySdk = OpenTelemetry.Sdk;

namespace OneDrive.Sdk.Tests.Diagnostics.OpenTelemetry;

/// <summary>What the OpenTelemetry SDK exports of the library.</summary>
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task ACallThatIsThrottled_IsOneOperationWithASpanForEachAttempt()
    {
        var spans = await TraceAsync(async chain =>
        {
            chain.Transport.Answer(429, null, ("Retry-After", "1")).Answer(200, null, ("request-id", "r-1"));
            await chain.GetAsync();
        });

        var operation = Assert.Single(spans, span => span.Kind is ActivityKind.Internal);
        Assert.Equal("Test.Call", operation.DisplayName);
        Assert.Equal(["retry"], operation.Events.Select(one => one.Name));
        var attempts = spans.Where(span => span.Kind is ActivityKind.Client).ToList();
        Assert.Equal(["GET /me/drive", "GET /me/drive"], attempts.Select(span => span.DisplayName));
        Assert.All(attempts, span => Assert.Equal(operation.SpanId, span.ParentSpanId));
        Assert.Equal(["429", null], attempts.Select(span => (string?)span.GetTagItem("error.type")));
        Assert.Equal([null, 1], attempts.Select(span => span.GetTagItem("http.request.resend_count")));
        Assert.Equal("graph.microsoft.com", attempts[1].GetTagItem("server.address"));
        Assert.Equal(443, attempts[1].GetTagItem("server.port"));
        Assert.Equal("r-1", attempts[1].GetTagItem("onedrive.request_id"));
        Assert.NotEqual("", operation.Source.Version);
    }

    [Fact]
    public async Task ASpanOfTheCaller_GetsNoEventOfOurs()
    {
        using var source = new ActivitySource("caller");
        using var listener = new ActivityListener
        {
            ShouldListenTo = other => other.Name == "caller",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        using var span = source.StartActivity("work");
        var chain = new ChainFixture(new SkippingTimeProvider());
        chain.Transport.Answer(503).Answer(200);

        await chain.GetAsync();

        Assert.Empty(span!.Events);
    }

    [Fact]
    public async Task APreAuthenticatedAddress_IsInNoSpanAndInNoMeasurement()
    {
        var spans = await TraceAsync(async chain =>
        {
            chain.Transport.Answer(200);
            using var request = new HttpRequestMessage(HttpMethod.Put, "https://uploads.contoso.test/secret-path?secret-query");
            var traits = new RequestTraits { Operation = "Content.UploadFragment", IsAnonymous = true, OwnsRetries = true };
            (await chain.Graph.SendAsync(request, traits, CancellationToken.None)).Dispose();
        });

        Assert.All(spans, span => Assert.DoesNotContain(
            span.TagObjects, tag => tag.Value?.ToString()?.Contains("secret", StringComparison.Ordinal) is true));
        Assert.All(spans, span => Assert.DoesNotContain("secret", span.DisplayName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Measurements_TellWhatAThrottledCallCost()
    {
        var exported = new List<Metric>();
        using var meters = TelemetrySdk.CreateMeterProviderBuilder()
            .AddMeter(OneDriveTelemetry.MeterName)
            .AddInMemoryExporter(exported)
            .Build();
        var chain = new ChainFixture(new SkippingTimeProvider());
        chain.Transport.Answer(429, null, ("Retry-After", "7"), ("RateLimit-Remaining", "90"), ("RateLimit-Reset", "30")).Answer(200);

        await chain.GetAsync();
        meters.ForceFlush();

        var names = exported.Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal);
        string[] expected =
        [
            "onedrive.operation.duration", "onedrive.attempts", "onedrive.retries", "onedrive.throttle.wait",
            "onedrive.throttle.requests.active", "onedrive.throttle.requests.queued", "onedrive.throttle.pause",
            "onedrive.throttle.concurrency_limit", "onedrive.throttle.remaining",
        ];
        Assert.Empty(expected.Except(names));
        Assert.All(exported, metric => Assert.NotEqual("", metric.MeterVersion));
    }

    private static async Task<List<Activity>> TraceAsync(Func<ChainFixture, Task> act)
    {
        var spans = new List<Activity>();
        using var root = new Activity("root").SetIdFormat(ActivityIdFormat.W3C);
        root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        root.Start();
        using (TelemetrySdk.CreateTracerProviderBuilder()
            .AddSource(OneDriveTelemetry.ActivitySourceName)
            .AddInMemoryExporter(spans)
            .Build())
            await act(new ChainFixture(new SkippingTimeProvider()));
        root.Stop();

        // Other tests run beside this one.
        return [.. spans.Where(span => span.TraceId == root.TraceId).OrderBy(span => span.StartTimeUtc)];
    }
}
