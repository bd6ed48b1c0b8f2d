using System.Globalization;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.FleetProof;

/// <summary>The proof from its beginning to its end.</summary>
internal static class ProofRun
{
    private const long BytesPerSecond = 40 << 20;
    private const int ListedProblems = 20;
    private const int RecordedExchanges = 2_000_000;

    internal static async Task<int> RunAsync(ProofPlan plan, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("fleet-proof-");
        try
        {
            var bytes = SourceFiles.Create(folder.CreateSubdirectory("source").FullName, plan);
            Say($"{plan.Files:#,0} files, {bytes / 1_000_000:#,0} MB; seed {plan.Seed}");
            await using var service = await ProofService.StartAsync(
                options =>
                {
                    options.MaxBytesPerSecond = BytesPerSecond;
                    options.MaxRecordedExchanges = RecordedExchanges;
                    options.Seed = plan.Seed;
                },
                cancellationToken);

            // Without those that reject at random: the rejections that are counted are those of the limit.
            service.Emulator.Quirks.EnableNastyDay().Disable(
                EmulatorQuirk.ThrottlingWithoutAdvice, EmulatorQuirk.BandwidthIsExceeded, EmulatorQuirk.ParallelRequestsAreThrottled);
            service.Emulator.Limits = Limits(plan.Limit);
            var problems = await RunAsync(service, plan, Path.Combine(folder.FullName, "source"), cancellationToken);
            foreach (var problem in problems.Take(ListedProblems))
                Console.WriteLine($"WRONG: {problem}");
            if (problems.Count > ListedProblems)
                Console.WriteLine($"WRONG: {problems.Count - ListedProblems} more");
            Say($"{(problems.Count == 0 ? "proved" : "not proved")} in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
            return problems.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static ServiceLimits Limits(long units) => new() { Application = new ServiceLimit(units, ProofPlan.Window) };

    internal static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    private static async Task<IReadOnlyList<string>> RunAsync(
        ProofService service, ProofPlan plan, string source, CancellationToken cancellationToken)
    {
        var batch = plan.FilesPerBatch.ToString(CultureInfo.InvariantCulture);
        var (code, output) = await FleetProgram.RunAsync(
            service, cancellationToken, "plan", source, "--to", "/Copy", "--batch-files", batch);
        Console.WriteLine(output);
        if (code != 0)
            return ["the plan failed"];

        var problems = new List<string>();
        await using var faults = new FaultyDay(service, plan);
        await faults.RunAsync(cancellationToken);
        problems.AddRange(faults.Problems);

        var status = await service.ReadStatusAsync(cancellationToken);
        problems.AddRange(
            from copy in status.Copies from failure in copy.Failures select $"{failure.Value} files failed: {failure.Key}");
        problems.AddRange(await new Oracle(service, plan, source, faults.Killed).FindProblemsAsync(cancellationToken));

        // The comparison is not part of what is limited.
        service.Emulator.Limits = null;
        service.Emulator.Quirks.Clear();
        (code, output) = await FleetProgram.RunAsync(service, cancellationToken, "verify");
        Console.WriteLine($"fleet verify: {string.Join(Environment.NewLine, output.Split(Environment.NewLine).TakeLast(ListedProblems))}");
        if (code != 0)
            problems.Add("fleet verify found differences");
        return problems;
    }
}
