using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.FleetProof;

/// <summary>Keeps three workers running until nothing waits, kills them, restarts PostgreSQL and halves the limit of the service.</summary>
internal sealed class FaultyDay(ProofService service, ProofPlan plan) : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    private readonly Random _random = new(plan.Seed);
    private readonly List<FleetProgram> _workers = [];
    private readonly List<FleetProgram> _killed = [];

    internal List<string> Problems { get; } = [];

    /// <summary>When workers were killed.</summary>
    internal List<DateTimeOffset> Killed { get; } = [];

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var kills = KillMoments();
        var (isHalved, isRestarted) = (false, false);
        var nextLine = 0.1;
        while (true)
        {
            while (_workers.Count < ProofPlan.Workers)
                _workers.Add(FleetProgram.Start(service, "work", "--batches", "2", "--files", "5"));
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
            var status = await service.ReadStatusAsync(cancellationToken);
            if (status.IsEnded)
                break;
            if (TimeProvider.System.GetElapsedTime(began) is var elapsed && elapsed > LongestRun && !plan.IsLong)
            {
                Problems.Add($"not done after {LongestRun.TotalMinutes:0} minutes");
                break;
            }

            var done = status.Copies.Sum(copy => copy.Done + copy.Failed) / (double)plan.Files;
            RemoveEnded();
            if (done >= nextLine)
            {
                nextLine += 0.1;
                var rates = status.Limits.Select(limit => FormattableString.Invariant($"{limit.Processes} × {limit.Rate:0} units/s"));
                ProofRun.Say($"{elapsed.TotalSeconds,5:0} s {done:0%}, learned: {string.Join(", ", rates)}");
            }

            if (kills.Count > 0 && done >= kills[0])
            {
                if (!await KillAsync(kills.Count, done, cancellationToken))
                    continue;
                kills.RemoveAt(0);
            }

            if (!isRestarted && done >= 0.45)
            {
                isRestarted = true;
                ProofRun.Say($"{elapsed.TotalSeconds,5:0} s {done:0%}: PostgreSQL restarts as after a crash");
                await ProofService.RestartPostgresAsync(cancellationToken);
            }

            if (!isHalved && done >= 0.6)
            {
                isHalved = true;
                ProofRun.Say($"{elapsed.TotalSeconds,5:0} s {done:0%}: the limit of the service is halved");
                service.Emulator.Limits = ProofRun.Limits(plan.Limit / 2);
            }
        }

        if (Problems.Count > 0)
        {
            Console.WriteLine(OneDrive.Sdk.Fleet.Reports.StatusText.Write(await service.ReadStatusAsync(cancellationToken)));
            foreach (var worker in _workers)
                Console.WriteLine($"--- worker {worker.Id}{Environment.NewLine}{worker.Output}");
        }

        ProofRun.Say($"transferred in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s, with {_killed.Count} killed workers");
        foreach (var worker in _workers)
        {
            await worker.StopAsync(cancellationToken);
            if (worker.ExitCode is not (0 or 130))
                Problems.Add($"a worker ended with exit code {worker.ExitCode}: {worker.Output}");
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var worker in _workers.Concat(_killed))
            worker.Dispose();
        return ValueTask.CompletedTask;
    }

    private List<double> KillMoments() =>
        [.. Enumerable.Range(0, plan.Kills).Select(_ => 0.02 + (0.83 * _random.NextDouble())).Order()];

    /// <summary>Every second kill waits for a worker that has sent a part of a large file.</summary>
    private async Task<bool> KillAsync(int left, double done, CancellationToken cancellationToken)
    {
        FleetProgram? worker;
        var why = "at a random moment";
        if (left % 2 == 0 && await FindHalfSentAsync(cancellationToken) is { } half)
            (worker, why) = (half, "while a file is half sent");
        else
            worker = _workers[_random.Next(_workers.Count)];
        worker.Kill();
        Killed.Add(TimeProvider.System.GetUtcNow());
        await worker.EndAsync(cancellationToken);
        _workers.Remove(worker);
        _killed.Add(worker);
        ProofRun.Say($"        {done:0%}: worker {worker.Id} is killed {why}");
        return true;
    }

    private async Task<FleetProgram?> FindHalfSentAsync(CancellationToken cancellationToken)
    {
        var last = service.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).LastOrDefault(entry => entry.StatusCode == 202);
        if (last?.ItemPath is not { } path || service.Drive.FindItem(path) is not null)
            return null;
        var name = path[(path.LastIndexOf('/') + 1)..].Replace("'", "''", StringComparison.Ordinal);
        var owner = await service.QueryAsync<string>(
            $"SELECT b.owner FROM fleet_batches b JOIN fleet_files f ON f.\"BatchId\" = b.id WHERE f.\"Name\" = '{name}'",
            cancellationToken);
        return owner?.Split('/') is [_, var id, _] ? _workers.Find(worker => FormattableString.Invariant($"{worker.Id}") == id) : null;
    }

    private void RemoveEnded()
    {
        foreach (var worker in _workers.Where(worker => worker.HasEnded).ToList())
        {
            Problems.Add($"a worker ended by itself with exit code {worker.ExitCode}: {worker.Output}");
            _workers.Remove(worker);
            worker.Dispose();
        }
    }
}
