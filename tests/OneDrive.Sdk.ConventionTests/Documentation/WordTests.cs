using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

public sealed class WordTests
{
    // The section Words of CONTRIBUTING.md quotes the words that it replaces.
    [Fact]
    public void Texts_ArePlainTechnicalEnglish() => Rule.Holds(
        Repository.Sources("src").SelectMany(WordRule.Check)
            .Concat(Repository.Files("", "*.md")
                .Where(path => path is not "CONTRIBUTING.md")
                .SelectMany(path => WordRule.Check(path, Repository.Read(path)))));

    [Theory]
    [InlineData("/// <summary>Nobody is told.</summary>")]
    [InlineData("// Somebody else has the file.")]
    [InlineData("throw new X(\"Fail is no ConflictBehavior.\");")]
    [InlineData("/* The page\n   is no answer. */")]
    [InlineData("x = $\"{name} goes on\";")]
    public void Check_WhenASourceUsesTheOldWords_ReportsIt(string text) => Assert.NotEmpty(WordRule.Check(new SourceFile("a.cs", text)));

    [Theory]
    [InlineData("/// <summary>The token is no longer valid. There is no other page.</summary>")]
    [InlineData("// There are no more bytes.")]
    [InlineData("var nobody = somebody;")]
    public void Check_WhenASourceIsPlain_FindsNothing(string text) => Assert.Empty(WordRule.Check(new SourceFile("a.cs", text)));

    [Fact]
    public void Check_OfADocument_ReportsTheLineAndLeavesCodeOut()
    {
        var violation = Assert.Single(WordRule.Check(
            "docs/a.md", "# A\n```\nnobody@contoso.example\n```\nUse `whoever`.\nWhoever has it can read it.\n"));

        Assert.Equal("docs/a.md(6): 'Whoever' is not plain technical English; see Words in CONTRIBUTING.md", violation.ToString());
    }
}
