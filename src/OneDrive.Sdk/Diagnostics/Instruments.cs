using System.Diagnostics.Metrics;

namespace OneDrive.Sdk.Diagnostics;

/// <summary>Every instrument of the meter; docs/observability.md describes each of them.</summary>
internal static class Instruments
{
    private const string Prefix = "onedrive.";

    internal static readonly Histogram<double> OperationDuration = Seconds(
        "operation.duration", "How long an operation took, with all its attempts and waits.");

    internal static readonly Histogram<double> ThrottleWait = Seconds(
        "throttle.wait", "How long an attempt waited before it was sent.");

    internal static readonly Counter<long> Attempts = Count("attempts", "{attempt}", "Attempts that were sent.");

    internal static readonly Counter<long> Retries = Count("retries", "{retry}", "Attempts that were repeated.");

    internal static readonly Counter<long> NotSent = Count(
        "calls.not_sent", "{call}", "Calls that were not sent because the service asked for a longer pause than they wait for.");

    internal static readonly Counter<long> TransferredBytes = Count("transfer.bytes", "By", "Bytes of files that were transferred.");

    internal static readonly Counter<long> Fragments = Count("upload.fragments", "{fragment}", "Fragments of uploads that were sent.");

    internal static readonly Counter<long> Restarts = Count(
        "upload.restarts", "{restart}", "Uploads that began again because their session was lost.");

    internal static readonly Counter<long> HashMismatches = Count(
        "transfer.hash_mismatches", "{file}", "Files that differ from what the service holds.");

    internal static readonly Counter<long> TokenRequests = Count("token.requests", "{request}", "Requests for tokens.");

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
