using VerifyXunit;

namespace OneDrive.Sdk.ConventionTests.Snapshots;

public sealed class LineDiffTests
{
    [Fact]
    public void Between_WhenOneLineOfManyDiffers_ShowsThreeLinesAroundIt()
    {
        var lines = Enumerable.Range(1, 20).Select(number => $"line {number}").ToArray();
        var before = string.Join('\n', lines);
        lines[9] = "changed";

        var diff = LineDiff.Between(before, string.Join('\n', lines));

        Assert.Equal("  …\n  line 7\n  line 8\n  line 9\n- line 10\n+ changed\n  line 11\n  line 12\n  line 13\n", diff);
    }

    [Fact]
    public void Between_WhenLinesAreAddedAndRemovedApart_KeepsTheCommonOnesBetweenThem()
    {
        var diff = LineDiff.Between("a\nb\nc\nd", "b\nc\nx\nd");

        Assert.Equal("- a\n  b\n  c\n+ x\n  d\n", diff);
    }

    [Theory]
    [InlineData("", "new")]
    [InlineData("same\nsame", "same")]
    [InlineData("a", "a\na\na")]
    public void Between_WhenTheTextsDiffer_IsNeverEmpty(string before, string after) =>
        Assert.NotEmpty(LineDiff.Between(before, after));
}
