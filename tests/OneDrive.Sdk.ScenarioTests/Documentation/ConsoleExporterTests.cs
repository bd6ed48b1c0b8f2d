using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.ScenarioTests.Support;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The console is that of the whole process, so nothing else may run beside this.</summary>
[Collection(nameof(ConsoleExporterTests))]
[CollectionDefinition(nameof(ConsoleExporterTests), DisableParallelization = true)]
public sealed partial class ConsoleExporterTests
{
    [Fact]
    public async Task AThrottledCall_IsPrintedAsThePageShows()
    {
        var printed = await CaptureAsync(async () =>
        {
            await using var scenario = await Scenario.StartAsync();
            scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(1)).On(EmulatorOperation.GetItem).Times(1));
            await scenario.Client.Items.GetAsync(DriveAddress.Me.Root);
        });

        var page = (await File.ReadAllTextAsync(Page())).ReplaceLineEndings("\n");
        Assert.True(page.Contains(printed, StringComparison.Ordinal), $"docs/observability.md does not contain this output:\n{printed}");
    }

    private static async Task<string> CaptureAsync(Func<Task> act)
    {
        var console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        try
        {
            // begin: telemetry on the console
            using var traces = OpenTelemetry.Sdk.CreateTracerProviderBuilder()
                .AddSource(OneDriveTelemetry.ActivitySourceName)
                .AddConsoleExporter()
                .Build();
            using var metrics = OpenTelemetry.Sdk.CreateMeterProviderBuilder()
                .AddMeter(OneDriveTelemetry.MeterName)
                .AddConsoleExporter()
                .Build();

            // end
            await act();
        }
        finally
        {
            Console.SetOut(console);
        }

        return Steady(output.ToString());
    }

    /// <summary>
    /// Without what differs from run to run, the gauges, which other clients of the process have too, the buckets, and what the exporter
    /// repeats for each entry.
    /// </summary>
    private static string Steady(string printed)
    {
        var lines = new List<string>();
        var (isSkipped, isGauge) = (false, false);
        foreach (var line in printed.ReplaceLineEndings("\n").Split('\n'))
        {
            isGauge = line.Length > 0 && (isGauge || line.Contains("Gauge", StringComparison.Ordinal));
            isSkipped = isGauge
                || line.StartsWith("Resource", StringComparison.Ordinal)
                || line.StartsWith("Instrumentation", StringComparison.Ordinal)
                || (isSkipped && line.StartsWith(' ') | line.StartsWith('\t'));
            if (!isSkipped && !Bucket().IsMatch(line) && !(line.Length == 0 && lines is [] or [.., ""]))
                lines.Add(Varying().Replace(line, "${name}…").TrimEnd());
        }

        return string.Join('\n', lines).Trim();
    }

    [GeneratedRegex(@"^\(\S+\]:\d+", RegexOptions.None, 1000)]
    private static partial Regex Bucket();

    [GeneratedRegex(
        @"(?<name>(?:(?:TraceId|SpanId|StartTime|Duration|server\.port|request_id|onedrive\.gate|Sum|Min|Max): *))[^\s]+"
        + @"|(?<=retry \[)[^\]]+|(?<=^\()\S+Z, \S+Z(?=\])",
        RegexOptions.None,
        1000)]
    private static partial Regex Varying();

    private static string Page([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "observability.md");
}
