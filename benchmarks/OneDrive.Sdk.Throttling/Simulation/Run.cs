using OneDrive.Sdk.Throttling.Models;

namespace OneDrive.Sdk.Throttling.Simulation;

/// <summary>
/// Lets workers pull jobs without end, uploads and gets in turn, beside one interactive call every two seconds, and measures what comes of
/// it.
/// </summary>
internal static class Run
{
    internal const double Duration = 360;

    internal static RunResult Execute(
        ModelEntry entry, Func<SimulatedService, SimulatedClient> createClient, int workers, int processes = 1)
    {
        var model = entry.Create();
        var clock = new EventQueue();
        var service = new SimulatedService(model, clock, seed: 1);
        var done = new double[workers * processes];
        var failed = 0;
        List<double> interactive = [];
        for (var process = 0; process < processes; process++)
        {
            var client = createClient(service);
            for (var worker = 0; worker < workers; worker++)
            {
                var index = (process * workers) + worker;
                Pull(client, clock, index, () => failed++, cost => done[index] += cost);
            }

            if (process == 0)
                Ask(client, clock, interactive);
        }

        clock.RunUntil(Duration);
        var speed = Math.Min(workers, 16) * processes * 1.5 / ModelCatalog.Latency;
        var perfect = Math.Min(model.Perfect(Duration), speed * Duration);
        var rejections = service.Successes == 0 ? double.PositiveInfinity : 1000.0 * service.Rejections / service.Successes;
        return new RunResult(service.Served / perfect, rejections, failed, Median(interactive), Fairness(done, workers, processes));
    }

    private static void Pull(SimulatedClient client, EventQueue clock, int index, Action failed, Action<double> done)
    {
        var count = index;
        Next();

        void Next()
        {
            var cost = count++ % 2 == 0 ? 2 : 1;
            client.Start(new Job(cost, CallPriority.Bulk, clock.Now, isDone =>
            {
                if (isDone)
                    done(cost);
                else
                    failed();
                clock.At(clock.Now, Next);
            }));
        }
    }

    private static void Ask(SimulatedClient client, EventQueue clock, List<double> latencies)
    {
        Next();

        void Next()
        {
            var begun = clock.Now;
            client.Start(new Job(1, CallPriority.Interactive, begun, _ =>
            {
                latencies.Add(clock.Now - begun);
                clock.At(clock.Now + 2, Next);
            }));
        }
    }

    private static double Median(List<double> values) => values.Count == 0 ? double.NaN : values.Order().ElementAt(values.Count / 2);

    /// <summary>The least share of a worker, or of a process when there are several, of the mean.</summary>
    private static double Fairness(double[] done, int workers, int processes)
    {
        var shares = processes == 1 ? done : [.. done.Chunk(workers).Select(chunk => chunk.Sum())];
        return shares.Average() == 0 ? 0 : shares.Min() / shares.Average();
    }
}
