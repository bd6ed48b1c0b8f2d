using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.FleetProof;

/// <summary>The figures of docs/many-machines.md.</summary>
internal static class Measurement
{
    private const int Files = 1_000;
    private const int Jobs = 400;
    private const long LimitedUnits = 300;

    internal static async Task<int> RunAsync(string? svg, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("fleet-measure-");
        try
        {
            var source = folder.CreateSubdirectory("source").FullName;
            SourceFiles.Create(source, new ProofPlan(isLong: true, Files, seed: 1));
            List<(int Workers, double Unlimited, double Limited)> rates = [];
            foreach (var workers in new[] { 1, 2, 4 })
            {
                var unlimited = await MeasureAsync(source, workers, limit: null, cancellationToken);
                var limited = await MeasureAsync(source, workers, LimitedUnits, cancellationToken);
                ProofRun.Say($"{workers} workers: {unlimited:0.0} files/s, {limited:0.0} files/s of {LimitedUnits / ProofPlan.Window.TotalSeconds / 2:0} below the limit");
                rates.Add((workers, unlimited, limited));
            }

            if (svg is not null)
            {
                await File.WriteAllTextAsync(
                    svg, RatePlot.Draw(rates, LimitedUnits / ProofPlan.Window.TotalSeconds / 2), cancellationToken);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(string source, int count, long? limit, CancellationToken cancellationToken)
    {
        await using var service = await ProofService.StartAsync(null, cancellationToken);
        service.Emulator.Limits = limit is { } units ? ProofRun.Limits(units) : null;
        var workers = Enumerable.Range(0, count).Select(_ => FleetProgram.Start(service, "work")).ToList();
        try
        {
            await UntilAsync(() => workers.TrueForAll(worker => worker.Output.Contains("started", StringComparison.Ordinal)), cancellationToken);
            var cost = await DatabaseCost.ReadAsync(service, cancellationToken);
            await FleetProgram.RunAsync(service, cancellationToken, "plan", source, "--to", "/Copy");
            while (!(await service.ReadStatusAsync(cancellationToken)).IsEnded)
                await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancellationToken);
            var milliseconds = await service.QueryAsync<long>(
                "SELECT (max(\"EndedMs\") - min(\"EndedMs\"))::bigint FROM fleet_files", cancellationToken);
            if (count == 1 && limit is null)
                await WriteCostAsync(service, cost, cancellationToken);
            if (limit is null)
                await MeasureJobsAsync(service, count, cancellationToken);
            return Files * 1000.0 / milliseconds;
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.StopAsync(cancellationToken);
                worker.Dispose();
            }
        }
    }

    private static async Task WriteCostAsync(ProofService service, DatabaseCost before, CancellationToken cancellationToken)
    {
        var after = await DatabaseCost.ReadAsync(service, cancellationToken);
        const int batches = Files / 100;
        ProofRun.Say($"a batch of 100 files, planned and transferred: {(after.Commits - before.Commits) / (double)batches:0} transactions, {(after.WalBytes - before.WalBytes) / 1024.0 / batches:0} KiB of log");
        ProofRun.Say($"a file: {after.FileBytes / (double)Files:0} bytes of tables and indexes; a job of Hangfire: {(after.JobBytes - before.JobBytes) / (double)batches / 1024:0.0} KiB");
    }

    // The queue alone: jobs whose batch has ended.
    private static async Task MeasureJobsAsync(ProofService service, int count, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var done = service.SucceededJobs + Jobs;
        for (var job = 0; job < Jobs; job++)
            await service.EnqueueAsync(1, 1, cancellationToken);
        var enqueued = TimeProvider.System.GetElapsedTime(began);
        await UntilAsync(() => service.SucceededJobs >= done, cancellationToken);
        ProofRun.Say($"{count} workers: {Jobs} empty jobs, enqueued one by one at {Jobs / enqueued.TotalSeconds:0}/s, done at {Jobs / TimeProvider.System.GetElapsedTime(began).TotalSeconds:0}/s");
    }

    private static async Task UntilAsync(Func<bool> isDone, CancellationToken cancellationToken)
    {
        while (!isDone())
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
    }
}
