using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.StressTests.KilledService;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>Kills the emulator while clients work, and looks whether everything that it acknowledged is still there.</summary>
internal static class KillEmulatorCommand
{
    internal static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often the emulator is killed.", DefaultValueFactory = _ => 50 };
        var seed = new Option<int>("--seed") { Description = "What operations and moments follow from.", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "kill-emulator",
            "Kills an emulator with a data folder while clients work, and compares what is there with what it acknowledged.")
        {
            rounds, seed,
        };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(rounds), result.GetValue(seed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, int seed, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var proof = new KilledServiceRounds(rounds, seed);
        await proof.RunAsync(cancellationToken);
        foreach (var problem in proof.Problems)
            Console.WriteLine(problem);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {rounds} kills, {proof.Operations} operations acknowledged, {proof.Resumed} uploads went on behind a kill, "
            + $"{proof.Problems.Count} problems. {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        return proof.Problems.Count == 0 && proof.Operations > 0 && (proof.Resumed > 0 || rounds < 10) ? 0 : 1;
    }
}
