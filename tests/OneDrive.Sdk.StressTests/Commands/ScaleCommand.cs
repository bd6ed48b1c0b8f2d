using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Scale;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>Compares what requests cost on a small drive and on a huge one: they must cost about the same.</summary>
internal static class ScaleCommand
{
    private const int SmallDrive = 10_000;
    private const double LargestRatio = 3;

    internal static Command Create()
    {
        var items = new Option<int>("--items")
        {
            Description = "How many items the huge drive holds.",
            DefaultValueFactory = _ => 1_000_000,
        };
        var command = new Command("scale", "Compares the cost of requests on a small and a huge drive of the emulator.") { items };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(items), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int items, CancellationToken cancellationToken)
    {
        Print($"start to first answer: {await MeasureStartAsync(cancellationToken):0} ms");
        Dictionary<string, double> small;
        await using (var drive = await PopulatedDrive.CreateAsync(SmallDrive, cancellationToken))
            small = CostProbe.Measure(drive).ToDictionary(cost => cost.Name, cost => cost.Microseconds, StringComparer.Ordinal);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var huge = await PopulatedDrive.CreateAsync(items, cancellationToken);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / items;
        Print($"{items:N0} items filled in {huge.FillTime.TotalSeconds:0.0} s, {bytes:N0} bytes each");
        Print($"items answered: {await Throughput.MeasureAsync(huge):N0} a second");
        Print($"{"",-20} {SmallDrive,12:N0} {items,12:N0}  ratio");
        var worst = 0.0;
        foreach (var (name, cost) in CostProbe.Measure(huge))
        {
            worst = Math.Max(worst, cost / small[name]);
            Print($"{name,-20} {small[name],9:0} µs {cost,9:0} µs  {cost / small[name]:0.00}");
        }

        Print($"The cost grows at most {worst:0.00} times from {SmallDrive:N0} to {items:N0} items; up to {LargestRatio} is flat.");
        return worst <= LargestRatio ? 0 : 1;
    }

    // The first of everything: nothing is compiled yet.
    private static async Task<double> MeasureStartAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var emulator = await OneDriveEmulator.StartAsync(cancellationToken: cancellationToken);
        using var connection = new PlainConnection(emulator.Endpoint, emulator.IssueAccessToken());
        connection.Ask(connection.Write("GET", $"/v1.0/drives/{emulator.DefaultUser.Drive.Id}/root"));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
