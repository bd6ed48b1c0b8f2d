using OneDrive.Sdk.Throttling.Models;
using OneDrive.Sdk.Throttling.Real;
using OneDrive.Sdk.Throttling.Simulation;

namespace OneDrive.Sdk.Throttling;

/// <summary>Runs the models and prints the table.</summary>
internal static class Report
{
    private static readonly (string Name, Func<ModelEntry, SimulatedService, SimulatedClient> Create)[] Strategies =
    [
        ("OneDrive.Sdk", static (entry, service) => new GateClient(service, entry.UnitsPerMinute)),
        ("Retry-After only", static (_, service) => new RetryingClient(service, honoursRetryAfter: true)),
        ("back-off only", static (_, service) => new RetryingClient(service, honoursRetryAfter: false)),
    ];

    /// <summary>
    /// The simulated runs; <c>--unscaled</c> lets the windows of the service last four seconds. The result is the number of targets that
    /// were missed.
    /// </summary>
    internal static int Print(string[] args)
    {
        var missed = 0;
        foreach (var (strategy, create) in args.Contains("--ours") ? Strategies[..1] : Strategies)
        {
            Header(strategy);
            foreach (var entry in Selected(args))
            {
                var line = Start(entry);
                foreach (var workers in new[] { 64, 8, 1 })
                {
                    var result = Run.Execute(
                        entry,
                        service => args.Contains("--unscaled")
                            ? new GateClient(service, entry.UnitsPerMinute, ScaledTime.Factor) : create(entry, service),
                        workers);
                    missed += strategy == Strategies[0].Name && !IsMet(entry, result, workers) ? 1 : 0;
                    line += Cell(entry, result, workers);
                }

                Console.WriteLine(line);
            }

            var shared = ModelCatalog.All.Single(entry => entry.Name == "c");
            var four = Run.Execute(shared, service => create(shared, service), workers: 16, processes: 4);
            Console.WriteLine(
                $"bucket with debt, 4 processes of 16 workers: {four.Ratio:0.000} {four.RejectionsPerThousand:0.0} {four.Failed} "
                + $"least process {four.Fairness:0.00} of the mean");
        }

        return missed;
    }

    /// <summary>The runs over sockets, on a clock 15 times as fast; <c>--unscaled</c> gives the SDK the system's clock.</summary>
    internal static async Task<int> PrintRealAsync(string[] args)
    {
        var scale = args.Contains("--unscaled") ? 1 : ScaledTime.Factor;
        var panels = new List<Plot.Panel>();
        Header("OneDrive.Sdk, then Retry-After only");
        foreach (var entry in Selected(args))
        {
            var line = Start(entry);
            IReadOnlyList<(double At, double Cost)> ours = [];
            foreach (var workers in args.Contains("--64") ? [64] : new[] { 64, 8, 1 })
            {
                var (result, served) = await RealRun.ExecuteAsync(entry, isSdk: true, workers, scale);
                ours = workers == 64 ? served : ours;
                line += Cell(entry, result, workers);
            }

            if (!args.Contains("--ours"))
            {
                var (other, otherServed) = await RealRun.ExecuteAsync(entry, isSdk: false, 64, 1);
                line += Cell(entry, other, 64);
                panels.Add(new($"{entry.Name}: {entry.Text}", ours, otherServed));
            }

            Console.WriteLine(line);
        }

        if (Array.IndexOf(args, "--svg") is >= 0 and var index && panels.Count > 0)
            await File.WriteAllTextAsync(args[index + 1], Plot.Draw(panels));
        return 0;
    }

    private static IEnumerable<ModelEntry> Selected(string[] args)
    {
        var only = args.FirstOrDefault(argument => argument.StartsWith("--models=", StringComparison.Ordinal))?.Split('=', ',')[1..];
        return ModelCatalog.All.Where(entry => only is null || only.Contains(entry.Name));
    }

    private static void Header(string strategy) => Console.WriteLine(
        $"{strategy}: workers: goodput, rejections per 1000, failed jobs, median latency of an interactive call, fairness");

    private static string Start(ModelEntry entry) => $"{entry.Name,-4} {entry.Text,-40}";

    private static string Cell(ModelEntry entry, RunResult result, int workers) =>
        $" | {workers,2}: {result.Ratio:0.000} {result.RejectionsPerThousand,6:0.0} {result.Failed,4} "
        + $"{result.InteractiveLatency * 1000,6:0} ms {result.Fairness:0.00}{(IsMet(entry, result, workers) ? " " : "!")}";

    private static bool IsMet(ModelEntry entry, RunResult result, int workers)
    {
        var slack = workers == 64 ? 0 : entry.Name == "i" ? 0.05 : 0.03;
        return result.Ratio >= entry.Goodput - slack && !(result.RejectionsPerThousand > entry.Rejections) && result.Failed == 0;
    }
}
