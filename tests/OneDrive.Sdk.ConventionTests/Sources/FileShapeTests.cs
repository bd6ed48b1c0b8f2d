using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

public sealed class FileShapeTests
{
    private static readonly IReadOnlyList<SourceFile> All = Repository.Sources("src", "tests", "samples", "benchmarks");

    [Fact]
    public void Files_AreShort() => Rule.Holds(All.SelectMany(FileShapeRule.CheckSize));

    [Fact]
    public void Lines_AreShort() => Rule.Holds(All.SelectMany(FileShapeRule.CheckColumns));

    [Fact]
    public void Files_HoldOneTypeOfTheirName() => Rule.Holds(All.SelectMany(FileShapeRule.CheckTypes));

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.csproj")]
    [InlineData("*.props")]
    [InlineData("*.json")]
    [InlineData("*.md")]
    [InlineData("*.sh")]
    public void TextFiles_HaveLineFeedsOnly(string pattern) => Rule.Holds(
        Repository.Files("", pattern).SelectMany(path => FileShapeRule.CheckLineEndings(path, Repository.Read(path))));

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void CheckSize_CountsLines(int lines, int violations)
    {
        var file = new SourceFile("a.cs", string.Concat(Enumerable.Repeat("x;\n", lines)));

        Assert.Equal(violations, FileShapeRule.CheckSize(file).Count());
    }

    [Fact]
    public void CheckColumns_ReportsTheLongLine()
    {
        var words = string.Concat(Enumerable.Repeat("x ", 70));
        var file = new SourceFile("a.cs", $"short\n{words}\n{words}x\n");

        Assert.Equal("a.cs(3): 141 columns, more than 140", Assert.Single(FileShapeRule.CheckColumns(file)).ToString());
    }

    [Fact]
    public void CheckColumns_LetsRawStringsAndLongAddressesBe()
    {
        var words = string.Concat(Enumerable.Repeat("x ", 100));
        var file = new SourceFile("a.cs", $"\"\"\"\n{words}\n\"\"\"\n// see https://example.com/{new string('x', 140)}\n");

        Assert.Empty(FileShapeRule.CheckColumns(file));
    }

    [Theory]
    [InlineData("namespace N;\nclass A { class Inner; }")]
    [InlineData("namespace N;\nrecord struct A(int B);")]
    [InlineData("namespace N;\nclass A<T> where T : class, IB;")]
    [InlineData("namespace N;\ndelegate Task<int> A(int b);")]
    [InlineData("namespace N;\ndelegate T A<out T>(ref int b);")]
    [InlineData("namespace N;\ndelegate (int B, int C) A<T, U>(Func<T, U> d) where T : new();")]
    [InlineData("using N;\nConsole.WriteLine(1);")]
    public void CheckTypes_WhenTheFileHoldsItsType_FindsNothing(string text) =>
        Assert.Empty(FileShapeRule.CheckTypes(new("src/A.cs", text)));

    [Theory]
    [InlineData("namespace N;\nclass B;", 2)]
    [InlineData("namespace N;\nclass A;\nenum A { }", 3)]
    [InlineData("namespace N;\ndelegate A B<A>(A c);", 2)]
    [InlineData("namespace N;\nclass A { }\n[C]\npublic sealed record class B(int X);", 4)]
    public void CheckTypes_WhenTheFileHoldsAnotherType_ReportsItsLine(string text, int line) =>
        Assert.Contains(FileShapeRule.CheckTypes(new("src/A.cs", text)), violation => violation.Line == line);

    [Theory]
    [InlineData("a\nb\r\nc\n", 2)]
    [InlineData("a\nb", 2)]
    public void CheckLineEndings_ReportsTheLine(string text, int line) =>
        Assert.Equal(line, Assert.Single(FileShapeRule.CheckLineEndings("a.md", text)).Line);
}
