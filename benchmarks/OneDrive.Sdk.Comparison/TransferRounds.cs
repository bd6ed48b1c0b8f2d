using System.Globalization;

namespace OneDrive.Sdk.Comparison;

/// <summary>Transfers in fresh processes, and again in the same process, beside those of bare HttpClient.</summary>
internal sealed class TransferRounds(Measurement measurement, RatioPlot plot, int rounds, long mebibytes, int files)
{
    internal async Task RunAsync()
    {
        Console.WriteLine("| work | peer | CPU / bare | time / bare | allocated MiB | methods compiled |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var bytes = mebibytes << 20;
        foreach (var (work, amount) in new[]
        {
            ("upload", bytes), ("upload+warm", bytes), ("download", bytes), ("download+warm", bytes), ("download-unchecked", bytes),
            ("folder", files), ("folder", files / 4), ("parallel", files),
        })
        {
            await CompareAsync(work, amount);
        }
    }

    private async Task CompareAsync(string work, long amount)
    {
        string[] peers = work.StartsWith("folder", StringComparison.Ordinal) || work is "parallel" or "download-unchecked"
            ? ["bare", "sdk"] : ["bare", "sdk", "graph"];
        var results = peers.ToDictionary(peer => peer, _ => new List<TransferResult>(), StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var peer in peers)
                results[peer].Add(TransferResult.Parse(await measurement.RunAsync(peer, work, amount)));
        }

        foreach (var peer in peers)
        {
            var (own, bare) = (results[peer], results["bare"]);
            var ratio = Median(own.Zip(bare, (one, other) => one.Cpu / other.Cpu));
            plot.Add(amount > files ? work : $"{work} {amount}", peer, ratio);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {work} {amount} | {peer} | {ratio:0.00}"
                + $" | {Median(own.Zip(bare, (one, other) => one.Seconds / other.Seconds)):0.00}"
                + $" | {Median(own.Select(one => one.Allocated)) / (1 << 20):0.0} | {Median(own.Select(one => one.Methods)):0} |"));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private sealed record TransferResult(double Cpu, double Seconds, double Allocated, double Methods)
    {
        internal static TransferResult Parse(double[] numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
