using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>The matrix of faults and places. Each cell is a transfer over a real socket, judged by the oracle.</summary>
public static class TransferMatrix
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, MatrixCell> Cells =
        CellsOf(EmulatorDriveType.Personal)
            .Concat(CellsOf(EmulatorDriveType.Business))
            .Concat(Variants())
            .ToDictionary(cell => cell.ToString(), StringComparer.Ordinal);

    /// <summary>The cells of the table, on a personal drive.</summary>
    public static IEnumerable<string> PersonalDrive => NamesOf(EmulatorDriveType.Personal);

    /// <summary>The cells of the table, on a business drive.</summary>
    public static IEnumerable<string> BusinessDrive => NamesOf(EmulatorDriveType.Business);

    /// <summary>The cells in which a file may be made or replaced twice by mistake.</summary>
    public static IEnumerable<string> OtherConflicts => Variants().Select(cell => cell.ToString());

    internal static IReadOnlyCollection<MatrixCell> All => Cells.Values;

    /// <summary>Runs the cell of this name.</summary>
    public static Task<CellResult> RunAsync(string name) => RunAsync(Cells[name]);

    internal static async Task<CellResult> RunAsync(MatrixCell cell)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return cell.IsDownload
                ? await new DownloadCell(cell).RunAsync(limit.Token)
                : await new UploadCell(cell).RunAsync(limit.Token);
        }
        catch (Exception exception)
        {
            return new CellResult(cell.Expected, "WRONG", $"{cell}: {exception}");
        }
    }

    private static IEnumerable<string> NamesOf(EmulatorDriveType driveType) => CellsOf(driveType).Select(cell => cell.ToString());

    private static IEnumerable<MatrixCell> CellsOf(EmulatorDriveType driveType) =>
        from fault in ExpectedOutcomes.Faults
        from place in ExpectedOutcomes.Places
        where ExpectedOutcomes.Of(fault, place, driveType) is not null
        select new MatrixCell(fault, place, driveType);

    /// <summary>What may be done twice by mistake: the answer to a fragment gets lost while something stands at the name already.</summary>
    private static IEnumerable<MatrixCell> Variants() =>
        from fault in (string[])
            ["reset", "stall", "500", "404", "403", "lost acknowledgement", "truncated answer", "malformed answer", "reset in the answer",
            "stall in the answer"]
        from place in (Place[])[Place.First, Place.Middle, Place.Last, Place.Status, Place.Commit]
        from driveType in (EmulatorDriveType[])[EmulatorDriveType.Personal, EmulatorDriveType.Business]
        from way in ((ConflictBehavior Conflict, bool IsTaken)[])
            [
                (ConflictBehavior.Replace, false), (ConflictBehavior.Replace, true), (ConflictBehavior.Rename, false),
                (ConflictBehavior.Rename, true),
            ]
        select new MatrixCell(fault, place, driveType, way.Conflict, way.IsTaken);
}
