namespace OneDrive.Sdk.FleetProof;

/// <summary>The figures of docs/many-machines.md.</summary>
internal static class Measurement
{
    private const int Files = 500;
    private const int Jobs = 100;
    private const long LimitedUnits = 300;

    /// <summary>A file costs two resource units.</summary>
    private static readonly double LimitedRate = LimitedUnits / ProofPlan.Window.TotalSeconds / 2;

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
                ProofRun.Say($"{workers} workers: {unlimited:0.0} files/s, {limited:0.0} files/s of {LimitedRate:0} below the limit");
                rates.Add((workers, unlimited, limited));
            }

            if (svg is not null)
                await File.WriteAllTextAsync(svg, RatePlot.Draw(rates, LimitedRate), cancellationToken);
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
            await UntilAsync(
                () => workers.TrueForAll(worker => worker.Output.Contains("started", StringComparison.Ordinal)), cancellationToken);
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
        var (commits, log) = ((after.Commits - before.Commits) / (double)batches, (after.WalBytes - before.WalBytes) / 1024.0 / batches);
        ProofRun.Say($"a batch of 100 files, planned and transferred: {commits:0} transactions, {log:0} KiB of log");
        var (file, job) = (after.FileBytes / (double)Files, (after.JobBytes - before.JobBytes) / 1024.0 / batches);
        ProofRun.Say($"a file: {file:0} bytes of tables and indexes; a job of Hangfire: {job:0.0} KiB");
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
        var (enqueueRate, rate) = (Jobs / enqueued.TotalSeconds, Jobs / TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        ProofRun.Say($"{count} workers: {Jobs} empty jobs, enqueued one by one at {enqueueRate:0}/s, done at {rate:0}/s");
    }

    private static async Task UntilAsync(Func<bool> isDone, CancellationToken cancellationToken)
    {
        while (!isDone())
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
    }
}
