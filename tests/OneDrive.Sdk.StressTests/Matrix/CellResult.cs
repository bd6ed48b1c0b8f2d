namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>What came of a cell.</summary>
/// <param name="Expected">What the table says.</param>
/// <param name="Actual">What happened: the same words, or <c>WRONG</c> with what the oracle found.</param>
/// <param name="Details">What the transfer said.</param>
public sealed record CellResult(string Expected, string Actual, string Details)
{
    /// <summary>Whether it came as it must.</summary>
    public bool IsRight => Expected == Actual;

    public override string ToString() => IsRight ? Actual : $"{Actual}, expected {Expected}. {Details}";
}
