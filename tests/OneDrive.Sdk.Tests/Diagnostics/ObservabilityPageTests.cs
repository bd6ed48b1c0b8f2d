using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http.Throttling;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TelemetrySdk = OpenTelemetry.Sdk;

namespace OneDrive.Sdk.Tests.Diagnostics;

/// <summary>The page names exactly what the code emits.</summary>
public sealed partial class ObservabilityPageTests
{
    [Fact]
    public void Page_NamesEachInstrumentAndNoOther()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == OneDriveTelemetry.MeterName)
                    names.Add(instrument.Name);
            },
        };
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Instruments).TypeHandle);
        _ = GateGauges.Instance;
        listener.Start();

        var documented = Instrument().Matches(Page()).Select(match => match.Groups[1].Value);
        Assert.Equal(names, new SortedSet<string>(documented, StringComparer.Ordinal));
    }

    [Fact]
    public void Page_NamesEachLogEventAndNoOther()
    {
        var ids = typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(attribute => $"{attribute.EventId} {attribute.Level}");

        var documented = LogEvent().Matches(Page()).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");
        Assert.Equal(ids.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_ShowsWhatTheConsoleExporterPrints()
    {
        var printed = await PrintAsync();

        var shown = Captured().Match(Page()).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
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

    private static string Page()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OneDrive.Sdk.sln")))
            directory = directory.Parent;
        return File.ReadAllText(Path.Combine(directory!.FullName, "docs", "observability.md"));
    }

    [GeneratedRegex(@"```text\n(.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Captured();

    [GeneratedRegex(@"^\| `(onedrive\.[a-z_.]+)` \|", RegexOptions.Multiline, 1000)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"^\| (\d{3}) \| (\w+) \|", RegexOptions.Multiline, 1000)]
    private static partial Regex LogEvent();
}
