using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.StressTests.Kill;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>Kills processes that upload or download, at random moments.</summary>
internal static class KillCommand
{
    internal static IEnumerable<Command> Create() =>
    [
        Create(
            "kill-upload",
            "Kills processes that upload, until one comes to the end, and looks at the service and at the store each time.",
            (round, random, cancellationToken) => new UploadRound(round, random).RunAsync(cancellationToken)),
        Create(
            "kill-download",
            "Kills processes that download, until one comes to the end, and looks at the file each time.",
            (round, random, cancellationToken) => new DownloadRound(round, random).RunAsync(cancellationToken)),
    ];

    private static Command Create(string name, string description, Func<int, Random, CancellationToken, Task<RoundResult>> run)
    {
        var rounds = new Option<int>("--rounds") { Description = "How many.", DefaultValueFactory = _ => 50 };
        var seed = new Option<int>("--seed") { Description = "What the moments follow from.", DefaultValueFactory = _ => 1 };
        var command = new Command(name, description) { rounds, seed };
        command.SetAction((result, cancellationToken) =>
            RunAsync(result.GetValue(rounds), result.GetValue(seed), run, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        int rounds, int seed, Func<int, Random, CancellationToken, Task<RoundResult>> run, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var results = new List<RoundResult>();
        await Parallel.ForEachAsync(Enumerable.Range(0, rounds), cancellationToken, async (round, token) =>
        {
            var result = await run(round, new Random(unchecked((seed * 1_000_003) + round)), token);
            lock (results)
            {
                results.Add(result);
            }
        });

        foreach (var result in results.Where(result => result.Problems.Count > 0).OrderBy(result => result.Round))
            Console.WriteLine($"round {result.Round}: {string.Join("; ", result.Problems)}");
        var wrong = results.Count(result => result.Problems.Count > 0);
        var resumed = results.Sum(result => result.Resumed);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {results.Count} rounds, {results.Sum(result => result.Kills)} kills, {resumed} times a process went on from "
            + $"what an earlier one had transferred, {wrong} rounds went wrong. {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        return wrong == 0 && resumed > 0 ? 0 : 1;
    }
}
