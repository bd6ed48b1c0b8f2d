using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>One cell of the matrix: a fault at a place, on a kind of drive, with a way to handle a name that is taken.</summary>
/// <param name="Fault">The row.</param>
/// <param name="Place">The column.</param>
/// <param name="DriveType">The kind of drive.</param>
/// <param name="Conflict">What happens when the name is taken.</param>
/// <param name="IsTaken">Whether another file has the name already.</param>
internal sealed record MatrixCell(
    string Fault, Place Place, EmulatorDriveType DriveType, ConflictBehavior Conflict = ConflictBehavior.Fail, bool IsTaken = false)
{
    internal bool IsDownload => Place is Place.Redirect or Place.Start or Place.Half or Place.End;

    internal string Expected => ExpectedOutcomes.Of(Fault, Place, DriveType)!;

    public override string ToString() => $"{Fault} at {Place}, {DriveType}, {Conflict}{(IsTaken ? ", name taken" : "")}";
}
