using OneDrive.Sdk.StressTests.Matrix;

namespace OneDrive.Sdk.ScenarioTests.Transfers;

/// <summary>Every fault at every point of an upload and a download, on a business drive.</summary>
public sealed class MatrixOnBusinessDriveTests
{
    public static TheoryData<string> Cells => [.. TransferMatrix.BusinessDrive];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Transfer_WithThisFaultAtThisPlace_EndsAsTheTableSays(string cell)
    {
        var result = await TransferMatrix.RunAsync(cell);

        Assert.True(result.IsRight, result.ToString());
    }
}
