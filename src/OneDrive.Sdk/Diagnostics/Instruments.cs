using System.Diagnostics.Metrics;

namespace OneDrive.Sdk.Diagnostics;

/// <summary>All instruments of the meter; docs/observability.md describes them.</summary>
internal static class Instruments
{
    private const string Prefix = "onedrive.";

    internal static readonly Histogram<double> OperationDuration = Seconds(
        "operation.duration", "Duration of an operation, including all attempts and delays.");

    internal static readonly Histogram<double> ThrottleWait = Seconds(
        "throttle.wait", "Delay of an attempt before it was sent.");

    internal static readonly Counter<long> Attempts = Count("attempts", "{attempt}", "Number of attempts.");

    internal static readonly Counter<long> Retries = Count("retries", "{retry}", "Number of repeated attempts.");

    internal static readonly Counter<long> NotSent = Count(
        "calls.not_sent", "{call}", "Calls that were not sent because the Retry-After of the service exceeds their limit.");

    internal static readonly Counter<long> TransferredBytes = Count("transfer.bytes", "By", "Transferred bytes of files.");

    internal static readonly Counter<long> Fragments = Count("upload.fragments", "{fragment}", "Sent upload fragments.");

    internal static readonly Counter<long> Restarts = Count(
        "upload.restarts", "{restart}", "Uploads that restarted because their session was lost.");

    internal static readonly Counter<long> HashMismatches = Count(
        "transfer.hash_mismatches", "{file}", "Files whose hash differs from the service.");

    internal static readonly Counter<long> TokenRequests = Count("token.requests", "{request}", "Token requests.");

    private static Histogram<double> Seconds(string name, string description) =>
#if NET9_0_OR_GREATER
        OneDriveTelemetry.Meter.CreateHistogram(
            Prefix + name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900],
            });
#else
        OneDriveTelemetry.Meter.CreateHistogram<double>(Prefix + name, "s", description);
#endif

    private static Counter<long> Count(string name, string unit, string description) =>
        OneDriveTelemetry.Meter.CreateCounter<long>(Prefix + name, unit, description);
}
