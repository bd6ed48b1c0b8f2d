using System.Globalization;

namespace OneDrive.Sdk.Comparison;

/// <summary>Runs the peers in turn, and prints medians beside those of bare System.Text.Json.</summary>
internal sealed class Rounds(Measurement measurement, RatioPlot plot, int rounds, int items)
{
    private static readonly string[] Peers = ["bare", "sdk", "graph"];

    internal async Task RunAsync()
    {
        Console.WriteLine("| work | peer | CPU / bare | allocated B per item | gen 2 | retained B per item (/ bare) | methods compiled |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (work, count) in new[]
        {
            ("list", items), ("distinct", items), ("select", items), ("delta", items), ("first", 1),
            ("list+warm", items), ("distinct+warm", items), ("select+warm", items), ("delta+warm", items),
            ("list+keep", items / 5), ("distinct+keep", items / 5), ("select+keep", items / 5),
        })
        {
            await CompareAsync(work, count);
        }
    }

    private async Task CompareAsync(string work, int count)
    {
        var results = Peers.ToDictionary(peer => peer, _ => new List<double[]>(), StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var peer in Peers)
            {
                results[peer].Add(await measurement.RunAsync(peer, work, count));
            }
        }

        foreach (var peer in Peers)
        {
            // Peers run in turn, so that a loaded machine slows all of them: the ratio of each round counts, and their median.
            var ratio = Median(results[peer].Select((result, round) => result[1] / results["bare"][round][1]));
            plot.Add(work, peer, ratio);
            var (own, bare) = (results[peer], results["bare"]);
            var read = own[0][0];
            var (allocated, retained) = (MedianOf(own, 2) / read, MedianOf(own, 4));
            var retainedRatio = retained / Math.Max(1, MedianOf(bare, 4));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {work} | {peer} | {ratio:0.00} | {allocated:0} | {MedianOf(own, 3):0} | {retained / read:0} ({retainedRatio:0.00})"
                + $" | {MedianOf(own, 5):0} |"));
        }
    }

    private static double MedianOf(List<double[]> results, int column) => Median(results.Select(result => result[column]));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
