using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StoreTests;

/// <summary>What a store promises to several processes, some of which are killed.</summary>
public abstract class ManyProcessesTests
{
    /// <summary>Where the stores are, as <see cref="StorePlace"/> understands it.</summary>
    private protected abstract string Place { get; }

    private protected virtual int Processes => 3;

    /// <summary>How often each of them takes a right, or saves.</summary>
    private protected virtual int Rounds => 20;

    /// <summary>How many rights they take from each other.</summary>
    private protected virtual int Rights => 6;

    private protected virtual int Kills => 2;

    [Fact]
    public Task TrySaveAsync_WhenTheProcessIsKilled_LosesNothingThatWasAcknowledged() => KilledWriters.RunAsync(Place, Kills);

    [Fact]
    public async Task TrySaveAsync_FromManyProcesses_CountsEachSaveOnce()
    {
        var workers = Enumerable.Range(0, Processes).Select(_ => Worker.Start("count", Place, Rounds)).ToList();

        var saves = (await Task.WhenAll(workers.Select(worker => worker.EndAsync()))).SelectMany(lines => lines).ToList();

        var records = await StorePlace.Open(Place).Uploads.ListAsync();
        Assert.NotEmpty(saves);
        Assert.Equal(
            saves.GroupBy(key => key).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.LongCount())),
            records.Where(record => record.Key.StartsWith("count-", StringComparison.Ordinal))
                .OrderBy(record => record.Key, StringComparer.Ordinal)
                .Select(record => (record.Key, record.Version)));
        workers.ForEach(worker => worker.Dispose());
    }

    [Fact]
    public async Task TryAcquireAsync_FromManyProcessesOfWhichSomeAreKilled_NeverHasTwoHolders()
    {
        var workers = Enumerable.Range(0, Processes).Select(_ => Worker.Start("lease", Place, Rounds, Rights)).ToList();
        List<List<string>> lines = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            using var killed = Worker.Start("lease", Place, int.MaxValue, Rights);
            List<string> seen = [];
            while (seen.Count < 9)
                seen.Add(await killed.Output.ReadLineAsync() ?? throw new InvalidOperationException("The worker ended by itself."));
            killed.Kill();
            lines.Add([.. seen, .. await killed.ReadToEndAsync()]);
        }

        lines.AddRange(await Task.WhenAll(workers.Select(worker => worker.EndAsync())));

        var holds = lines.SelectMany(Holds).ToList();
        Assert.True(holds.Count >= (Processes * Rounds) + Kills, $"only {holds.Count} rights were held");
        foreach (var ofKey in holds.GroupBy(hold => hold.Key))
        {
            var inOrder = ofKey.OrderBy(hold => hold.From).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(
                pair.First.To <= pair.Second.From, $"two holders of {ofKey.Key}: {pair.First} and {pair.Second}"));
        }

        workers.ForEach(worker => worker.Dispose());
    }

    [Fact]
    public async Task GetTokenAsync_InTwoProcesses_NeverUsesARefreshTokenTwice()
    {
        const int Refreshes = 10;
        await using var emulator = await OneDriveEmulator.StartAsync(
            options => options.RefreshTokens = EmulatorRefreshTokens.SingleUse);
        emulator.RegisterRedirectUri(OneDriveEmulator.DefaultClientId, SharedSignIn.Callback);
        await SharedSignIn.BeginAsync(StorePlace.Open(Place).Tokens, emulator.Endpoint);

        var workers = Enumerable.Range(0, 2).Select(_ => Worker.Start("refresh", Place, Refreshes, emulator.Endpoint)).ToList();
        foreach (var worker in workers)
            await worker.EndAsync();

        var requests = emulator.Traffic.Of(EmulatorOperation.Token);
        Assert.All(requests, request => Assert.Equal(200, request.StatusCode));
        Assert.Equal(1 + (2 * Refreshes), requests.Count);
        workers.ForEach(worker => worker.Dispose());
    }

    // A hold that its process did not end is over when the process was killed: nothing was done with it after its last line. And a process
    // that was slow knows itself when its time was over.
    private static IEnumerable<(string Key, long From, long To)> Holds(List<string> lines)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            var begin = lines[line].Split(' ');
            if (begin is not ["+", var key, var asked, var taken])
                continue;

            var from = Number(taken);
            var limit = Number(asked) + (long)(WorkerProgram.LeaseTime.TotalSeconds * Stopwatch.Frequency);
            var to = line + 1 < lines.Count && lines[line + 1].Split(' ') is ["-", _, _, var end] ? Number(end) : from;
            yield return (key, from, Math.Max(from, Math.Min(to, limit)));
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
