using System.Text.RegularExpressions;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TelemetrySdk = OpenTelemetry.Sdk;

namespace OneDrive.Sdk.Tests.Diagnostics.OpenTelemetry;

/// <summary>The output on the page is that of the console exporter.</summary>
public sealed partial class ConsoleExporterTests
{
    [Fact]
    public async Task Page_ShowsWhatTheConsoleExporterPrints()
    {
        var printed = await PrintAsync();

        var shown = Captured().Match(ObservabilityPageTests.Page()).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(shown.Length > 20, printed);
        Assert.All(shown, line => Assert.True(printed.Contains(Name(line), StringComparison.Ordinal), $"{line} is not in: {printed}"));
    }

    private static async Task<string> PrintAsync()
    {
        var standard = Console.Out;
        await using var writer = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(writer));
        try
        {
            using var meters = TelemetrySdk.CreateMeterProviderBuilder()
                .AddMeter(OneDriveTelemetry.MeterName).AddConsoleExporter().Build();
            using var traces = TelemetrySdk.CreateTracerProviderBuilder()
                .AddSource(OneDriveTelemetry.ActivitySourceName).AddConsoleExporter().Build();
            var chain = new ChainFixture(new SkippingTimeProvider());
            chain.Transport.Answer(429, null, ("Retry-After", "1")).Answer(200, null, ("request-id", "r-1"));
            await chain.GetAsync();
            traces.ForceFlush();
            meters.ForceFlush();
        }
        finally
        {
            Console.SetOut(standard);
        }

        return writer.ToString();
    }

    // The name of a tag, a property or an instrument: values differ from run to run.
    private static string Name(string line) => line.Trim() is var text && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        ? text[..colon].TrimEnd() : text;

    [GeneratedRegex(@"```text\n(.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Captured();
}
