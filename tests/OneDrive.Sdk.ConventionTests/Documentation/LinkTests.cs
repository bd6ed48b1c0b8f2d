using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation;

public sealed class LinkTests
{
    [Fact]
    public void Links_LeadSomewhere() => Rule.Holds(Repository.Files("", "*.md").SelectMany(path =>
        LinkRule.Check(path, Repository.Read(path), target => Path.Exists(Path.Combine(Repository.Root, target)))));

    [Fact]
    public void Check_WhenAFileIsMissing_ReportsTheLine()
    {
        var violation = Assert.Single(LinkRule.Check(
            "docs/a.md",
            "[here](b.md#part) [web](https://example.com/x)\n[gone](../c.md)",
            target => target is "docs/b.md"));

        Assert.Equal("docs/a.md(2): the link to ../c.md leads nowhere", violation.ToString());
    }
}
