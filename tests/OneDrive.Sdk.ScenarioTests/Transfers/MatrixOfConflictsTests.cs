using OneDrive.Sdk.StressTests.Matrix;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Faults that make others upload a file twice, when a taken name is replaced or a free one is chosen.</summary>
public sealed class MatrixOfConflictsTests
{
    public static TheoryData<string> Cells => [.. TransferMatrix.OtherConflicts];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Transfer_WithThisFaultAtThisPlace_EndsAsTheTableSays(string cell)
    {
        var result = await TransferMatrix.RunAsync(cell);

        Assert.True(result.IsRight, result.ToString());
    }
}
