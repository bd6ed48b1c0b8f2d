using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

public sealed class TestNameTests
{
    [Fact]
    public void Tests_AreNamedByTheirPromise() => Rule.Holds(Repository.Sources("tests").SelectMany(TestNameRule.Check));

    [Fact]
    public void Check_WhenATestOnlyNamesItsSubject_ReportsIt()
    {
        var file = new SourceFile("a.cs", "[Theory]\n[InlineData(1)]\npublic async Task Upload(int count) => await Task.Yield();");

        Assert.Equal("a.cs(3): the test Upload does not say what it promises", Assert.Single(TestNameRule.Check(file)).ToString());
    }

    [Fact]
    public void Check_WhenATestSaysWhatItPromises_FindsNothing() =>
        Assert.Empty(TestNameRule.Check(new("a.cs", "[Fact]\npublic void Upload_WhenEmpty_Works() { }")));
}
