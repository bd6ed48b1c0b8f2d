namespace OneDrive.Sdk.ConventionTests.Reading;

public sealed class TypeNamesTests
{
    [Theory]
    [InlineData("private readonly Box _box;")]
    [InlineData("var x = new Box();")]
    [InlineData("var x = Box.Open();")]
    [InlineData("if (x is Box { Size: 1 }) { }")]
    [InlineData("Task<Box> OpenAsync(List<Box> boxes);")]
    [InlineData("var x = (Box)y;")]
    [InlineData("class Crate : Box { }")]
    [InlineData("x switch { Box => 1 }")]
    [InlineData("[Box] int x;")]
    [InlineData("return Box.Empty;")]
    public void In_SeesAType(string text) => Assert.Contains("Box", Names(text));

    [Theory]
    [InlineData("public TimeSpan? Box { get; }")]
    [InlineData("record Crate(string Box, int Size);")]
    [InlineData("public int Box => 1; void Open() { Use(Box); }")]
    [InlineData("var x = crate.Box;")]
    [InlineData("var x = new Crate { Box = 1 };")]
    [InlineData("var x = new Crate(Box: 1);")]
    public void In_LeavesOutWhatIsClearlyAMember(string text) => Assert.DoesNotContain("Box", Names(text));

    private static IEnumerable<string> Names(string text) => TypeNames.In(new SourceFile("a.cs", text)).Select(token => token.Text);
}
