using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Field;

/// <summary>The page of reported faults and the tests that it is made from.</summary>
public sealed class FieldTests
{
    private const string Page = "docs/field.md";

    private static IReadOnlyList<FieldCase> Cases => [.. Repository.Sources("tests").SelectMany(FieldCase.In)];

    [Fact]
    public void Cases_AreToldOnceAndWhole() => Rule.Holds(FieldRule.Check(Cases));

    /// <summary>The difference is accepted by moving <c>docs/field.received.md</c> over the page.</summary>
    [Fact]
    public void Page_IsWhatTheTestsSay()
    {
        var (expected, path) = (FieldPage.Write(Cases), Path.Combine(Repository.Root, Page));
        if (File.Exists(path) && File.ReadAllText(path) == expected)
        {
            return;
        }

        File.WriteAllText(Path.ChangeExtension(path, ".received.md"), expected);
        Assert.Fail($"{Page} is not what the tests say: compare it with docs/field.received.md, and move that over it when it is meant.");
    }

    [Fact]
    public void ScriptedService_KnowsNeitherTheSdkNorTheEmulator() => Rule.Holds(
        from file in Repository.Sources("tests/OneDrive.Sdk.FieldTests/Service")
        from use in file.Find("using", "OneDrive")
        select file.At(use.Line, "the scripted service uses the code under test"));

    [Fact]
    public void Check_WhenACaseIsToldTwiceOrInPart_ReportsIt()
    {
        var file = new SourceFile("a.cs", """
            [FieldCase("D1", "A1", Source = "a/b#1", Report = "x" +
                " and y", Right = "z")]
            [FieldCase("D1", "A1", Source = "a/b#2", Report = "x", Right = "z")]
            [FieldCase("D2", "A9", Report = "x")]
            """);

        var cases = FieldCase.In(file).ToList();
        var violations = FieldRule.Check(cases).Select(violation => violation.ToString()).ToList();

        Assert.Equal("x and y", cases[0].Report);
        Assert.Contains(violations, text => text.Contains("D1 is told 2 times", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("D2 needs Source", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("A9 is not a kind", StringComparison.Ordinal));
        Assert.Contains(violations, text => text.Contains("fewer than two", StringComparison.Ordinal));
    }
}
