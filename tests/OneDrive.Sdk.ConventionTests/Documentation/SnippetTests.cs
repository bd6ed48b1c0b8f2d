using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

public sealed class SnippetTests
{
    private const string Source =
        """
        class Snippets
        {
            void M()
            {
                // begin: example
                var x = 1;
                if (x > 0)
                {
                    x = 2;
                }

                // end
            }
        }
        """;

    private const string Document = "Text\n```csharp\nusing System;\n\nvar x = 1;\nif (x > 0)\n{\n    x = 2;\n}\n```\n```bash\nls\n```\n";

    [Fact]
    public void Documentation_ShowsOnlyCodeThatIsCompiled() => Rule.Holds(SnippetRule.Check(
        [
            .. Repository.Files("", "*.md").Select(path => (path, Repository.Read(path))),
            .. Repository.Sources("src").Select(file => (file.Path, ExampleText.Of(file.Text))),
        ],
        Repository.Sources(
            "tests/OneDrive.Sdk.ScenarioTests/Documentation",
            "tests/OneDrive.Sdk.StoreTests/Documentation",
            "tests/OneDrive.Sdk.Emulator.ClientTests/Identity",
            "tests/OneDrive.Sdk.ConventionTests/Documentation/Packages",
            "tests/OneDrive.Sdk.Emulator.ClientTests/Documentation",
            "samples/TestingYourApp.Tests")));

    /// <summary>The members that people meet first have one.</summary>
    [Fact]
    public void Examples_AreThere() => Assert.InRange(
        Repository.Sources("src").Sum(file => ExampleText.Of(file.Text).Split("```csharp").Length - 1), 25, 100);

    [Fact]
    public void Of_TakesTheCodeOutOfTheComments() => Assert.Equal(
        "\n```csharp\nvar x = new List<int>();\n\nif (x)\n```\n\n",
        ExampleText.Of(
            "    /// <example>\n    /// <code>\n    /// var x = new List&lt;int&gt;();\n    ///\n    /// if (x)\n    /// </code>\n"
            + "    /// </example>\n    int X();"));

    [Fact]
    public void Check_WhenTheTextsAreEqual_FindsNothing() => Assert.Empty(SnippetRule.Check([("a.md", Document)], [new("a.cs", Source)]));

    [Fact]
    public void Check_WhenOneOfThemChanges_ReportsBothPlaces()
    {
        var violations = SnippetRule.Check([("a.md", Document.Replace("x = 2", "x = 3", StringComparison.Ordinal))], [new("a.cs", Source)]);

        Assert.Equal(
            ["a.cs(5): this snippet is in no document", "a.md(2): this code is in no snippet that is compiled"],
            violations.Select(violation => $"{violation}").Order(StringComparer.Ordinal));
    }
}
