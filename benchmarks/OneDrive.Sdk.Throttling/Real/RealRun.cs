using OneDrive.Sdk.Throttling.Models;
using OneDrive.Sdk.Throttling.Simulation;

namespace OneDrive.Sdk.Throttling.Real;

/// <summary>The same run as the simulated one, with real clients and a real server.</summary>
internal static class RealRun
{
    internal static async Task<(RunResult Result, IReadOnlyList<(double At, double Cost)> Served)> ExecuteAsync(
        ModelEntry entry, bool isSdk, int workers, double clientScale)
    {
        var model = entry.Create();
        await using var service = await RealService.StartAsync(model, isSdk ? clientScale : 1);
        using var client = new RealClient(service.Address, entry, isSdk ? new ScaledTime(clientScale) : null);
        await WorkAsync(client, service, workers, out var failed, out var done, out var interactive);
        var served = service.Served;
        var speed = Math.Min(workers, 16) * 1.5 / ModelCatalog.Latency;
        var perfect = Math.Min(model.Perfect(Run.Duration), speed * Run.Duration);
        return (new RunResult(
            served.Where(one => one.At <= Run.Duration).Sum(one => one.Cost) / perfect,
            1000.0 * service.Rejections / Math.Max(1, served.Count),
            failed(),
            interactive(),
            done.Min() / Math.Max(1, done.Average())), served);
    }

    private static Task WorkAsync(
        RealClient client,
        RealService service,
        int workers,
        out Func<int> failed,
        out double[] done,
        out Func<double> interactive)
    {
        var failures = 0;
        var units = new double[workers];
        var latencies = new List<double>();
        failed = () => failures;
        done = units;
        interactive = () => latencies.Count == 0 ? double.NaN : latencies.Order().ElementAt(latencies.Count / 2);
        var end = new CancellationTokenSource();
        service.Restart();
        end.CancelAfter(TimeSpan.FromSeconds(Run.Duration / ScaledTime.Factor));
        return Task.WhenAll([.. Enumerable.Range(0, workers).Select(PullAsync), AskAsync()]);

        async Task PullAsync(int worker)
        {
            for (var count = worker; !end.IsCancellationRequested; count++)
            {
                var isUpload = count % 2 == 0;
                if (await TryAsync(isUpload))
                    units[worker] += isUpload ? 2 : 1;
            }
        }

        async Task<bool> TryAsync(bool isUpload)
        {
            try
            {
                await (isUpload ? client.UploadAsync(end.Token) : client.GetAsync(end.Token));
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
            catch (Exception exception) when (exception is HttpRequestException or OneDriveException)
            {
                Interlocked.Increment(ref failures);
                return false;
            }
        }

        async Task AskAsync()
        {
            while (!end.IsCancellationRequested)
            {
                var begun = service.Clock.Seconds;
                if (await TryAsync(isUpload: false))
                    latencies.Add(service.Clock.Seconds - begun);
                await Task.Delay(TimeSpan.FromSeconds(2 / ScaledTime.Factor));
            }
        }
    }
}
