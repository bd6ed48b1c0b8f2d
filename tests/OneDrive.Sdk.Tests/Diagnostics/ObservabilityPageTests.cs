using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http.Throttling;

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

        var documented = Instrument().Matches(Page()).Select(match => match.Groups["name"].Value);
        Assert.Equal(names, new SortedSet<string>(documented, StringComparer.Ordinal));
    }

    [Fact]
    public void Page_NamesEachLogEventAndNoOther()
    {
        var ids = typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(attribute => $"{attribute.EventId} {attribute.Level}");

        var documented = LogEvent().Matches(Page()).Select(match => $"{match.Groups["number"].Value} {match.Groups["name"].Value}");
        Assert.Equal(ids.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    internal static string Page()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OneDrive.Sdk.sln")))
            directory = directory.Parent;
        return File.ReadAllText(Path.Combine(directory!.FullName, "docs", "observability.md"));
    }

    [GeneratedRegex(@"^\| `(?<name>onedrive\.[a-z_.]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"^\| (?<number>\d{3}) \| (?<name>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogEvent();
}
