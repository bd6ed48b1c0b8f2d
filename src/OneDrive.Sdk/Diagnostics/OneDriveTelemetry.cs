using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace OneDrive.Sdk;

/// <summary>The names of the activity source and the meter of the SDK, for OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>.</summary>
public static class OneDriveTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>: a span for each operation, and one below it for each attempt.</summary>
    public const string ActivitySourceName = "OneDrive.Sdk";

    /// <summary>The name of the <see cref="Meter"/>.</summary>
    public const string MeterName = "OneDrive.Sdk";

    internal static ActivitySource Source { get; } = new(ActivitySourceName, Version);

    internal static Meter Meter { get; } = new(MeterName, Version);

    private static string Version =>
        typeof(OneDriveTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "0";
}
