using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.StressTests.Weather;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>Makes many transfers in random weather and counts how they end.</summary>
internal static class RandomCommand
{
    private const double RequiredSuccess = 0.99;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    internal static Command Create()
    {
        var transfers = new Option<int>("--transfers") { Description = "How many.", DefaultValueFactory = _ => 500 };
        var seed = new Option<int>("--seed") { Description = "What everything random follows from.", DefaultValueFactory = _ => 1 };
        var only = new Option<int?>("--only") { Description = "Make only the transfer of this number." };
        var command = new Command("random", "Uploads and downloads in random weather.") { transfers, seed, only };
        command.SetAction((result, cancellationToken) =>
            RunAsync(result.GetValue(transfers), result.GetValue(seed), result.GetValue(only), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int transfers, int seed, int? only, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var numbers = only is { } number ? [number] : Enumerable.Range(0, transfers);
        var outcomes = new List<TransferOutcome>();
        await Parallel.ForEachAsync(numbers, cancellationToken, async (number, token) =>
        {
            var outcome = await RunAsync(number, TransferPlan.Of(seed, number), token);
            lock (outcomes)
            {
                outcomes.Add(outcome);
            }
        });

        foreach (var outcome in outcomes.Where(outcome => outcome.IsWrong || (outcome is { IsRecoverable: true, HasSucceeded: false })))
            Print(outcome, seed);
        var recoverable = outcomes.Where(outcome => outcome.IsRecoverable).ToList();
        var succeeded = recoverable.Count(outcome => outcome.HasSucceeded);
        var wrong = outcomes.Count(outcome => outcome.IsWrong);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {outcomes.Count} transfers met {outcomes.Sum(outcome => outcome.Faults)} faults. {recoverable.Count} were "
            + $"recoverable, and {succeeded} of them succeeded ({100.0 * succeeded / Math.Max(1, recoverable.Count):0.0} %). Of the "
            + $"others {outcomes.Count(outcome => outcome is { IsRecoverable: false, HasSucceeded: true })} succeeded. {wrong} went wrong. "
            + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        return wrong == 0 && outcomes.Count > 0 && succeeded >= RequiredSuccess * recoverable.Count ? 0 : 1;
    }

    private static async Task<TransferOutcome> RunAsync(int number, TransferPlan plan, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await new RandomTransfer(number, plan).RunAsync(limit.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new TransferOutcome(number, plan, 0, IsRecoverable: true, exception, [exception.GetType().Name]);
        }
    }

    private static void Print(TransferOutcome outcome, int seed)
    {
        Console.WriteLine(
            $"{(outcome.IsWrong ? "WRONG" : "failed")}: {outcome.Plan}. {string.Join("; ", outcome.Problems)} "
            + $"{outcome.Error?.GetType().Name}: {outcome.Error?.Message}");
        Console.WriteLine(
            $"    again: dotnet run --project tests/OneDrive.Sdk.StressTests -- random --seed {seed} --only {outcome.Number}");
    }
}
