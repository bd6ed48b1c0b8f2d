using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>Samples are written in two parts, so that a search for the real thing finds offenders only.</summary>
public sealed class UnfinishedTests
{
    [Fact]
    public void Sources_AreFinished() => Rule.Holds(
        Repository.Sources("src", "tests", "samples", "benchmarks").SelectMany(UnfinishedRule.Check));

    [Theory]
    [InlineData("// " + "TODO: later")]
    [InlineData("/* FIXME */")]
    [InlineData("#region Fields")]
    [InlineData("# endregion")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    [InlineData("// Open();")]
    [InlineData("// var x = Open(1);")]
    [InlineData("// x = y;")]
    [InlineData("//return;")]
    [InlineData("// if (open) {")]
    [InlineData("// }")]
    [InlineData("// private readonly Box<int> _box;")]
    [InlineData("/*\n  Open(1);\n*/")]
    public void Check_WhenWorkIsUnfinished_ReportsIt(string text) => Assert.NotEmpty(UnfinishedRule.Check(new("a.cs", $"a\n{text}")));

    [Theory]
    [InlineData("// The service answers 416; then the client asks.")]
    [InlineData("// Never earlier than asked (see below).")]
    [InlineData("/// <code>Open();</code>")]
    [InlineData("// In \"a;b\" the last word counts;")]
    [InlineData("x = \"TODO\";")]
    [InlineData("#if NET9_0_OR_GREATER")]
    public void Check_WhenACommentIsProse_FindsNothing(string text) => Assert.Empty(UnfinishedRule.Check(new("a.cs", text)));
}
