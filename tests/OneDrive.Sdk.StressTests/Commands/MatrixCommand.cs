using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Matrix;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>Runs every cell of the matrix and prints it as a table.</summary>
internal static class MatrixCommand
{
    private const int NameWidth = 25;
    private const int CellWidth = 10;

    internal static Command Create()
    {
        var only = new Option<string?>("--only") { Description = "Run only cells whose name holds this text." };
        var command = new Command("matrix", "Every fault at every point of an upload and a download, as a table.") { only };
        command.SetAction((result, _) => RunAsync(result.GetValue(only)));
        return command;
    }

    private static async Task<int> RunAsync(string? only)
    {
        var started = Stopwatch.GetTimestamp();
        var cells = TransferMatrix.All.Where(cell => only is null || cell.ToString().Contains(only, StringComparison.OrdinalIgnoreCase));
        var results = new Dictionary<MatrixCell, CellResult>();
        await Parallel.ForEachAsync(cells, async (cell, _) =>
        {
            var result = await TransferMatrix.RunAsync(cell);
            lock (results)
            {
                results.Add(cell, result);
            }
        });

        foreach (var driveType in (EmulatorDriveType[])[EmulatorDriveType.Personal, EmulatorDriveType.Business])
            Print(driveType, results);
        var wrong = results.Values.Where(result => !result.IsRight).ToList();
        var succeeded = results.Values.Count(result => result is { IsRight: true, Actual: Outcome.Ok });
        foreach (var result in wrong)
            Console.WriteLine(result.ToString().Split('\n')[0]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} cells: {succeeded} succeeded, {results.Count - succeeded - wrong.Count} ended in the typed error they must "
            + $"and were resumed, {wrong.Count} differ from what is expected. {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        return wrong.Count == 0 && results.Count > 0 ? 0 : 1;
    }

    private static void Print(EmulatorDriveType driveType, Dictionary<MatrixCell, CellResult> results)
    {
        Console.WriteLine($"{driveType} drive");
        Console.WriteLine(Line("", ExpectedOutcomes.Places.Select(place => place.ToString())));
        foreach (var fault in ExpectedOutcomes.Faults)
            Console.WriteLine(Line(fault, ExpectedOutcomes.Places.Select(place => Describe(driveType, fault, place, results))));
        Console.WriteLine("    each of these with a name that must be replaced or changed, free and taken:");
        foreach (var cells in results.Keys
            .Where(cell => cell.DriveType == driveType && cell.Conflict != ConflictBehavior.Fail)
            .GroupBy(cell => (cell.Fault, cell.Conflict, cell.IsTaken))
            .OrderBy(cells => cells.Key.ToString(), StringComparer.Ordinal))
        {
            var byPlace = cells.ToLookup(cell => cell.Place, cell => Describe(results[cell]));
            Console.WriteLine(Line(
                cells.Key.Fault,
                ExpectedOutcomes.Places.Select(place => byPlace[place].FirstOrDefault("")))
                + $"  {cells.Key.Conflict}{(cells.Key.IsTaken ? ", name taken" : "")}");
        }

        Console.WriteLine();
    }

    private static string Describe(EmulatorDriveType driveType, string fault, Place place, Dictionary<MatrixCell, CellResult> results) =>
        results.TryGetValue(new MatrixCell(fault, place, driveType), out var result) ? Describe(result) : "-";

    private static string Describe(CellResult result) => result.IsRight ? result.Actual : $"!{result.Actual}";

    private static string Line(string name, IEnumerable<string> cells) =>
        name.PadRight(NameWidth) + string.Concat(cells.Select(cell => cell.PadRight(CellWidth)));
}
