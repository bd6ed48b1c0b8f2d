using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http;

/// <summary>What the meter counts: calls by operation and outcome, retries by operation and status.</summary>
internal static class CallMetrics
{
    private static readonly Histogram<double> Duration = OneDriveTelemetry.Meter.CreateHistogram<double>(
        "onedrive.call.duration", "s", "Duration of a call, including all attempts and delays.");

    private static readonly Counter<long> Retries = OneDriveTelemetry.Meter.CreateCounter<long>(
        "onedrive.call.retries", "{retry}", "Number of repeated attempts.");

    internal static void Ended(string operation, int? status, TimeSpan duration) =>
        Duration.Record(duration.TotalSeconds, Tags(operation, status));

    internal static void Retried(string operation, int? status)
    {
        Retries.Add(1, Tags(operation, status));
        var outcome = status?.ToString(CultureInfo.InvariantCulture) ?? "none";
        OperationSpan.AddEvent(
            new ActivityEvent("retry", tags: new ActivityTagsCollection { ["http.response.status_code"] = outcome }));
    }

    private static TagList Tags(string operation, int? status) => new()
    {
        { "onedrive.operation", operation },
        { "http.response.status_code", status },
    };
}
