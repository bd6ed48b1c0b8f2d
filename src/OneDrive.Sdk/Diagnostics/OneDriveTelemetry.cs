using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OneDrive.Sdk;

/// <summary>The names of the activity source and the meter of the SDK, for OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>.</summary>
public static class OneDriveTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>: one span per call, one event per retry.</summary>
    public const string ActivitySourceName = "OneDrive.Sdk";

    /// <summary>The name of the <see cref="Meter"/>.</summary>
    public const string MeterName = "OneDrive.Sdk";

    internal static ActivitySource Source { get; } = new(ActivitySourceName);

    internal static Meter Meter { get; } = new(MeterName);
}
